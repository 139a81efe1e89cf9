/// The command line: commands, progress, exit codes. It never draws, encodes or decides: it turns
/// arguments into requests and results into sentences. Start reading at [com.autoclipr.cli.Cli].
@NullMarked
package com.autoclipr.cli;

import org.jspecify.annotations.NullMarked;
