package com.autoclipr.worker.flight;

import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;

/// Recordings that run in this process.
public final class Recordings {
    private Recordings() {}

    /// Ends them, so that they are in their files: a worker that is halted runs no shutdown hooks,
    /// by which they are usually saved. Does nothing when none was asked for.
    public static void finish() {
        if (!FlightRecorder.isInitialized()) {
            return;
        }
        for (Recording recording : FlightRecorder.getFlightRecorder().getRecordings()) {
            if (recording.getDestination() != null) {
                recording.stop();
            }
        }
    }
}
