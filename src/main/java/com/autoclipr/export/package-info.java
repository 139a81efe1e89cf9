/// Runs exports: the state of a job, retry, verification, events, the chunk store, the report. It
/// never loads native code and never draws or encodes: it asks workers, and checks what they made.
/// Start reading at [com.autoclipr.export.ExportController].
@NullMarked
package com.autoclipr.export;

import org.jspecify.annotations.NullMarked;
