package com.autoclipr.worker.flight;

import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;

/// Flight recordings of this process.
public final class Recordings {
    private Recordings() {}

    /// Stops them, which writes their files: a halted worker runs no shutdown hooks, which would
    /// usually do that. Does nothing without recordings.
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
