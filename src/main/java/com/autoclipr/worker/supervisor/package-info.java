/// Runs in the controller: starts, watches and ends workers, with all their descendants. It never
/// loads native code. Start reading at [WorkerProcess].
@NullMarked
package com.autoclipr.worker.supervisor;

import org.jspecify.annotations.NullMarked;
