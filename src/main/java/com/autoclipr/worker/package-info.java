/// The export worker, a child process that does one job after another: `protocol` runs in both
/// processes, `supervisor` in the controller, `child` in the worker, and what lies here in both. It
/// is the only room that starts processes; native code is loaded in the child only, never in the
/// controller. Start reading at [com.autoclipr.worker.protocol.Job], then
/// [com.autoclipr.worker.supervisor.WorkerProcess] and [com.autoclipr.worker.child.WorkerLoop].
@NullMarked
package com.autoclipr.worker;

import org.jspecify.annotations.NullMarked;
