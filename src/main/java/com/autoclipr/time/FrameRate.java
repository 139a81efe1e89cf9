package com.autoclipr.time;

/// Frames per second as an exact fraction: 30000/1001 for 29.97.
public record FrameRate(Rational framesPerSecond) {
    public FrameRate {
        if (framesPerSecond.signum() <= 0) {
            throw new IllegalArgumentException(
                    "frame rate must be positive, was " + framesPerSecond);
        }
    }

    public static FrameRate of(long numerator, long denominator) {
        return new FrameRate(new Rational(numerator, denominator));
    }

    /// Seconds from the first frame to frame `frameIndex`, computed from the origin.
    public Rational timeOfFrame(long frameIndex) {
        return Rational.of(frameIndex).dividedBy(framesPerSecond);
    }

    /// The number of frames `n` with `0 ≤ n/fps < duration`.
    public long framesIn(Rational duration) {
        return duration.times(framesPerSecond).ceil();
    }

    /// The first frame at or after `seconds`.
    public long firstFrameAtOrAfter(Rational seconds) {
        return seconds.times(framesPerSecond).ceil();
    }

    /// The sample on which frame `frameIndex` starts: `round(frameIndex / fps × sampleRateHz)`,
    /// from the origin.
    public long sampleOfFrame(long frameIndex, int sampleRateHz) {
        return timeOfFrame(frameIndex).times(sampleRateHz).round();
    }

    public Rational frameDuration() {
        return framesPerSecond.reciprocal();
    }

    @Override
    public String toString() {
        return framesPerSecond.toString();
    }
}
