/// The export worker, a child process that runs one job after another: `supervisor` runs in the
/// controller, `child` in the worker, `protocol` and this package in both. Only this room starts
/// processes; native code is loaded only in the child, never in the controller. Start reading at
/// [com.autoclipr.worker.protocol.Job], then [com.autoclipr.worker.supervisor.WorkerProcess] and
/// [com.autoclipr.worker.child.WorkerLoop].
@NullMarked
package com.autoclipr.worker;

import org.jspecify.annotations.NullMarked;
