/// One export as a value: its id, its state and the legal ways on, what was asked for, and the one
/// vocabulary of what happens to it, with its form as lines of JSON. It never does anything: no
/// worker, no file, no clock is touched here. Start reading at
/// [com.autoclipr.export.job.ExportJob], then [com.autoclipr.export.job.ExportEvent].
@NullMarked
package com.autoclipr.export.job;

import org.jspecify.annotations.NullMarked;
