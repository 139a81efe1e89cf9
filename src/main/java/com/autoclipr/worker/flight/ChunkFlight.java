package com.autoclipr.worker.flight;

import jdk.jfr.FlightRecorder;
import org.jspecify.annotations.Nullable;

/// The work of one stage on one chunk, reported to the Flight Recorder if a recording is running.
/// Otherwise no event is created, since the first ones cost a process 50 ms. Not thread-safe.
public final class ChunkFlight {
    private final Stage stage;
    private @Nullable ChunkEvent event;

    /// Stages of a chunk.
    public enum Stage {
        /// Decoding sources.
        DECODE,
        /// Compositing frames from layers.
        DRAW,
        /// Encoding frames.
        ENCODE,
        /// Muxing packets.
        MUX
    }

    public ChunkFlight(Stage stage) {
        this.stage = stage;
    }

    /// Starts the clock.
    public void begin() {
        if (FlightRecorder.isInitialized()) {
            event =
                    switch (stage) {
                        case DECODE -> new DecodeEvent();
                        case DRAW -> new DrawEvent();
                        case ENCODE -> new EncodeEvent();
                        case MUX -> new MuxEvent();
                    };
            event.begin();
        }
    }

    /// @param workNs nanoseconds of the named work
    /// @param ringWaitNs nanoseconds waiting for the other side of the frame ring
    public void spent(long workNs, long ringWaitNs) {
        if (event != null) {
            event.spent(workNs, ringWaitNs);
        }
    }

    /// Sets the context of the event and commits it.
    ///
    /// @param export its id
    /// @param chunk from 0
    /// @param frames frames done
    public void record(String export, int chunk, long frames) {
        if (event != null) {
            event.record(export, chunk, frames);
        }
    }
}
