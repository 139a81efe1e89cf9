/// The progress of an export on the terminal, in a pipe and as JSON lines. It only reads events,
/// and never blocks an export. Start reading at [ExportProgress].
@NullMarked
package com.autoclipr.cli.progress;

import org.jspecify.annotations.NullMarked;
