/// Events for the JDK's Flight Recorder: what a worker did for each chunk, and when. Nothing is
/// measured here and nothing happens unless a recording runs. Start reading at
/// [com.autoclipr.worker.flight.ChunkFlight].
@NullMarked
package com.autoclipr.worker.flight;

import org.jspecify.annotations.NullMarked;
