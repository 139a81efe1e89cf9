/// The export worker: a child process that does one job after another, its protocol, its
/// supervisor, the frame ring. It is the only room that starts processes; native code is loaded in
/// the child only, never in the controller. Start reading at [com.autoclipr.worker.Job], then
/// [com.autoclipr.worker.WorkerProcess] and [com.autoclipr.worker.WorkerLoop].
@NullMarked
package com.autoclipr.worker;

import org.jspecify.annotations.NullMarked;
