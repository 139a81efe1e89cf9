/// What the controller and a worker say to each other: jobs, results, messages and their form on
/// the wire. Values only; it runs in both processes. Start reading at [Job].
@NullMarked
package com.autoclipr.worker.protocol;

import org.jspecify.annotations.NullMarked;
