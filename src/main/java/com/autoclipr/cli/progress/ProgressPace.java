package com.autoclipr.cli.progress;

/// Frames per second and remaining time, measured since the first frame.
final class ProgressPace {
    private long startNs;
    private long startDone = -1;

    /// @param nowNs [System#nanoTime()]
    void update(long done, long nowNs) {
        // Chunks from the store arrive at once before the first encoded frame and do not count as
        // speed.
        if (startDone < 0 || done < startDone) {
            startDone = done;
            startNs = nowNs;
        }
    }

    /// Frames per second so far; 0 until there is a measurement.
    double framesPerSecond(long done, long nowNs) {
        double seconds = (nowNs - startNs) / 1e9;
        return startDone < 0 || seconds < 0.05 ? 0 : (done - startDone) / seconds;
    }

    /// Remaining seconds at this pace; -1 until there is a measurement.
    long secondsLeft(long done, long total, long nowNs) {
        double pace = framesPerSecond(done, nowNs);
        return pace <= 0 ? -1 : Math.round((total - done) / pace);
    }
}
