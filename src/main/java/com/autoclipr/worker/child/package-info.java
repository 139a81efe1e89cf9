/// Runs in the worker process: runs one job after another, draws and encodes chunks. It never
/// starts a process. Start reading at [WorkerLoop].
@NullMarked
package com.autoclipr.worker.child;

import org.jspecify.annotations.NullMarked;
