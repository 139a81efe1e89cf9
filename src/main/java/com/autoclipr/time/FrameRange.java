package com.autoclipr.time;

/// Frames `[first, end)` by index; the end is excluded.
public record FrameRange(long first, long end) {
    public FrameRange {
        if (first < 0 || end < first) {
            throw new IllegalArgumentException("not a frame range: [" + first + ", " + end + ")");
        }
    }

    public long count() {
        return end - first;
    }

    public boolean contains(long frameIndex) {
        return frameIndex >= first && frameIndex < end;
    }
}
