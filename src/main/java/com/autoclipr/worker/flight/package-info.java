/// Events for the JDK Flight Recorder: what a worker did for each chunk, and when. It measures
/// nothing itself and does nothing unless a recording is running. Start reading at
/// [com.autoclipr.worker.flight.ChunkFlight].
@NullMarked
package com.autoclipr.worker.flight;

import org.jspecify.annotations.NullMarked;
