/// Runs in the controller: starts workers, watches them, ends them, with everything they started.
/// It never loads native code. Start reading at [WorkerProcess].
@NullMarked
package com.autoclipr.worker.supervisor;

import org.jspecify.annotations.NullMarked;
