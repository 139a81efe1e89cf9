package com.autoclipr.cli.progress;

/// Frames per second and time to go, from what was done since the first frame.
final class ProgressPace {
    private long startNs;
    private long startDone = -1;

    /// @param nowNs [System#nanoTime()]
    void update(long done, long nowNs) {
        // Chunks found in the store arrive all at once before the first encoded frame: they are not
        // speed.
        if (startDone < 0 || done < startDone) {
            startDone = done;
            startNs = nowNs;
        }
    }

    /// Frames per second so far; 0 before there is anything to tell.
    double framesPerSecond(long done, long nowNs) {
        double seconds = (nowNs - startNs) / 1e9;
        return startDone < 0 || seconds < 0.05 ? 0 : (done - startDone) / seconds;
    }

    /// Seconds to go at this pace; -1 before there is anything to tell.
    long secondsLeft(long done, long total, long nowNs) {
        double pace = framesPerSecond(done, nowNs);
        return pace <= 0 ? -1 : Math.round((total - done) / pace);
    }
}
