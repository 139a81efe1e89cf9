/// The terminal: standard output and error, exit codes, interrupts. It decides nothing; it prints
/// what it is given. Start reading at [Console].
@NullMarked
package com.autoclipr.cli.terminal;

import org.jspecify.annotations.NullMarked;
