package com.autoclipr.worker.flight;

import jdk.jfr.FlightRecorder;
import org.jspecify.annotations.Nullable;

/// One stage's work on one chunk, told to the Flight Recorder if it runs. If it does not, no event
/// is made: the first ones cost a process a twentieth of a second. For one thread.
public final class ChunkFlight {
    private final Stage stage;
    private @Nullable ChunkEvent event;

    /// What is done for a chunk.
    public enum Stage {
        /// Decoding sources.
        DECODE,
        /// Putting frames together from layers.
        DRAW,
        /// Encoding frames.
        ENCODE,
        /// Writing packets into the finished file.
        MUX
    }

    public ChunkFlight(Stage stage) {
        this.stage = stage;
    }

    /// Starts its clock.
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

    /// @param workNs nanoseconds of the work named
    /// @param ringWaitNs nanoseconds of waiting for the other side of the frame ring
    public void spent(long workNs, long ringWaitNs) {
        if (event != null) {
            event.spent(workNs, ringWaitNs);
        }
    }

    /// Says whose work this was, and keeps it.
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
