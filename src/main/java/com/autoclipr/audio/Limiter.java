package com.autoclipr.audio;

/// A look-ahead limiter: holds the louder side below −0.1 dBFS and turns both down together.
///
/// The reduction that each sample needs is spread over the 5 ms before it (the largest within the
/// window, then the window's mean, so that the full reduction is reached exactly at the peak) and
/// let go exponentially. Reductions are whole numbers (parts of 2³²): sums of them are exact, so
/// the gain is exactly one again after a peak, samples there pass bit for bit, and no result
/// depends on block sizes.
///
/// Sample `n` comes out when sample `n + delaySamples()` goes in.
final class Limiter {
    /// −0.1 dBFS.
    private static final double CEILING = Math.pow(10, -0.1 / 20);

    private static final double ONE = 0x1p32;
    private static final double WINDOW_SECONDS = 0.005;
    private static final double RELEASE_SECONDS = 0.08;

    /// An exponential alone would never end: as much is let go besides as would end a full
    /// reduction in this time.
    private static final double LONGEST_RELEASE_SECONDS = 10;

    private final int window;
    private final double releaseFactor;
    private final long releaseStep;
    private final float[] delayedLeft;
    private final float[] delayedRight;
    private final long[] envelopes;
    private final SlidingMaximum largest;
    private long envelope;
    private long envelopeSum;
    private int cursor;
    private long limitedSamples;
    private long largestReduction;

    Limiter(int sampleRateHz) {
        this.window = (int) Math.round(WINDOW_SECONDS * sampleRateHz);
        this.releaseFactor = Math.exp(-1 / (RELEASE_SECONDS * sampleRateHz));
        this.releaseStep = (long) (ONE / (LONGEST_RELEASE_SECONDS * sampleRateHz));
        this.delayedLeft = new float[window];
        this.delayedRight = new float[window];
        this.envelopes = new long[window];
        this.largest = new SlidingMaximum(window);
    }

    /// How many samples later a sample comes out.
    int delaySamples() {
        return window - 1;
    }

    /// Replaces the first `count` samples by those that went in [#delaySamples()] earlier, limited;
    /// before the first one, by silence.
    void process(float[] left, float[] right, int count) {
        for (int i = 0; i < count; i++) {
            long reduction = reductionBefore(left[i], right[i]);
            delayedLeft[cursor] = left[i];
            delayedRight[cursor] = right[i];
            cursor = cursor + 1 == window ? 0 : cursor + 1;
            left[i] = limited(delayedLeft[cursor], reduction);
            right[i] = limited(delayedRight[cursor], reduction);
        }
    }

    /// The reduction of the sample that comes out when this one goes in.
    private long reductionBefore(float left, float right) {
        double peak = Math.max(Math.abs(left), Math.abs(right));
        long needed = peak > CEILING ? (long) Math.ceil((1 - CEILING / peak) * ONE) : 0;
        long released = (long) (envelope * releaseFactor) - releaseStep;
        envelope = Math.max(largest.add(needed), released);
        envelopeSum += envelope - envelopes[cursor];
        envelopes[cursor] = envelope;
        // Rounded up: never less than the peak needs.
        long reduction = Math.ceilDiv(envelopeSum, window);
        if (reduction > 0) {
            limitedSamples++;
            largestReduction = Math.max(largestReduction, reduction);
        }
        return reduction;
    }

    private static float limited(float sample, long reduction) {
        return reduction == 0 ? sample : (float) (sample * (1 - reduction / ONE));
    }

    /// How many samples were turned down.
    long limitedSamples() {
        return limitedSamples;
    }

    /// By how much at most, in decibels, not negative.
    double largestReductionDb() {
        return -20 * Math.log10(1 - largestReduction / ONE);
    }
}
