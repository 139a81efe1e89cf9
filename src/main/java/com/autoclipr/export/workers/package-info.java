/// The workers of one export: who is free, who tries a failed chunk again, how long a look at a
/// file may take. It starts no process by itself. Start reading at [WorkerPool].
@NullMarked
package com.autoclipr.export.workers;

import org.jspecify.annotations.NullMarked;
