/// The command line: commands, progress, exit codes, sentences in English and French. It never
/// draws, encodes or decides: it turns arguments into requests and what comes back into words.
/// Start reading at [com.autoclipr.cli.Cli].
@NullMarked
package com.autoclipr.cli;

import org.jspecify.annotations.NullMarked;
