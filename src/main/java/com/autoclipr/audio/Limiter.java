package com.autoclipr.audio;

/// A look-ahead limiter with linked channels: keeps the louder one below −0.1 dBFS and reduces both
/// by the same gain.
///
/// The reduction that a sample needs is spread over the 5 ms before it (sliding maximum, then
/// sliding mean, so that the full reduction is reached exactly at the peak) and released
/// exponentially. Reductions are fixed-point numbers (units of 2⁻³²) with exact sums, so the gain
/// returns to exactly one after a peak, samples there pass bit-exactly, and no result depends on
/// block sizes.
///
/// Sample `n` comes out when sample `n + delaySamples()` goes in.
final class Limiter {
    /// −0.1 dBFS.
    private static final double CEILING = Math.pow(10, -0.1 / 20);

    private static final double ONE = 0x1p32;
    private static final double WINDOW_SECONDS = 0.005;
    private static final double RELEASE_SECONDS = 0.08;

    /// An exponential release alone would never end, so a linear one that ends a full reduction
    /// within this time is added.
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

    /// The delay in samples.
    int delaySamples() {
        return window - 1;
    }

    /// Replaces the first `count` samples by the limited input of [#delaySamples()] earlier; by
    /// silence before the first input.
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

    /// The reduction of the sample that leaves when this one enters.
    private long reductionBefore(float left, float right) {
        double peak = Math.max(Math.abs(left), Math.abs(right));
        long needed = peak > CEILING ? (long) Math.ceil((1 - CEILING / peak) * ONE) : 0;
        long released = (long) (envelope * releaseFactor) - releaseStep;
        envelope = Math.max(largest.add(needed), released);
        envelopeSum += envelope - envelopes[cursor];
        envelopes[cursor] = envelope;
        // Rounded up, so that it is never less than the peak needs.
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

    /// The number of samples that were reduced.
    long limitedSamples() {
        return limitedSamples;
    }

    /// The largest reduction in decibels, not negative.
    double largestReductionDb() {
        return -20 * Math.log10(1 - largestReduction / ONE);
    }
}
