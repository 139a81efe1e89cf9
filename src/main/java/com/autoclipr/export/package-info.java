/// Runs exports: job state, retries, verification, events, the chunk store, the report. It never
/// loads native code and never draws or encodes: it delegates to workers and checks their results.
/// Start reading at [com.autoclipr.export.ExportController].
@NullMarked
package com.autoclipr.export;

import org.jspecify.annotations.NullMarked;
