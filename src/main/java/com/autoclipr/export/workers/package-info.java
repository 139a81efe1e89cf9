/// The workers of one export: scheduling, retries, time limits for probing. It starts no process
/// itself. Start reading at [WorkerPool].
@NullMarked
package com.autoclipr.export.workers;

import org.jspecify.annotations.NullMarked;
