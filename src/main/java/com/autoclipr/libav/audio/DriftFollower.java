package com.autoclipr.libav.audio;

import java.util.Arrays;

/// Compensates drift of timestamps: a resampler whose rate follows them (a proportional-integral
/// control loop), with a windowed sinc that starts with unmodified samples. Nothing is inserted or
/// dropped, so tones stay continuous.
final class DriftFollower {
    private static final int HALF_TAPS = 32;
    private static final int TAPS = 2 * HALF_TAPS;
    private static final int PHASES = 512;

    /// Beta of the Kaiser window: side lobes below −90 dB.
    private static final double WINDOW_SHAPE = 9;

    private static final float[] FILTER = filter();

    /// Maximum correction; no clock is off by more, and such a change of pitch is inaudible.
    private static final double MOST_STRETCH = 0.005;

    /// A deviation is corrected within a few seconds, without overshooting.
    private static final double PROPORTIONAL_PER_SECOND = 0.5;

    private static final double INTEGRAL_PER_SECOND_SQUARED = 0.0625;
    private static final double SMOOTHING_SECONDS = 0.5;
    private static final double ONE = 0x1p32;

    private float[] left = new float[1 << 13];
    private float[] right = new float[1 << 13];
    private int held;
    private long dropped;

    /// Input position of the next output sample, in units of 2⁻³² samples.
    private long position;

    private long made;
    private double rate;
    private double stretch;
    private double deviation;

    /// @param stretch initial stretch according to the timestamps, minus one
    /// @param before the last samples before compensation starts
    DriftFollower(double stretch, StereoConverter.Stereo before) {
        this.rate = Math.clamp(stretch, -MOST_STRETCH, MOST_STRETCH);
        this.stretch = rate;
        int kept = Math.min(HALF_TAPS, before.count());
        held = HALF_TAPS;
        System.arraycopy(before.left(), before.count() - kept, left, HALF_TAPS - kept, kept);
        System.arraycopy(before.right(), before.count() - kept, right, HALF_TAPS - kept, kept);
        position = (long) HALF_TAPS << 32;
    }

    /// Updates the control loop with the deviation of the next sample's timestamp.
    ///
    /// @param lateSeconds timestamp minus output time of the sample
    /// @param sinceLast seconds since the last call
    void steer(double lateSeconds, double sinceLast) {
        deviation += (lateSeconds - deviation) * Math.min(1, sinceLast / SMOOTHING_SECONDS);
        rate += deviation * sinceLast * INTEGRAL_PER_SECOND_SQUARED;
        rate = Math.clamp(rate, -MOST_STRETCH, MOST_STRETCH);
        double wanted = rate + deviation * PROPORTIONAL_PER_SECOND;
        stretch = Math.clamp(wanted, -MOST_STRETCH, MOST_STRETCH);
    }

    /// The offset of the next sample's output time from counting input samples.
    double addedSamples() {
        long fed = dropped + held - HALF_TAPS;
        double next = dropped + position / ONE - HALF_TAPS;
        return made + (fed - next) * (1 + stretch) - fed;
    }

    long partsPerMillion() {
        return Math.round(rate * 1e6);
    }

    /// Processes the next samples; the last [#HALF_TAPS] wait for their successors.
    StereoConverter.Stereo follow(StereoConverter.Stereo sound) {
        append(sound.left(), sound.right(), sound.count());
        return take();
    }

    /// Processes the last samples.
    StereoConverter.Stereo drain(StereoConverter.Stereo sound) {
        append(sound.left(), sound.right(), sound.count());
        append(new float[HALF_TAPS], new float[HALF_TAPS], HALF_TAPS);
        return take();
    }

    private void append(float[] moreLeft, float[] moreRight, int count) {
        if (held + count > left.length) {
            left = Arrays.copyOf(left, 2 * (held + count));
            right = Arrays.copyOf(right, 2 * (held + count));
        }
        System.arraycopy(moreLeft, 0, left, held, count);
        System.arraycopy(moreRight, 0, right, held, count);
        held += count;
    }

    private StereoConverter.Stereo take() {
        long step = Math.round(ONE / (1 + stretch));
        long end = (long) (held - HALF_TAPS) << 32;
        int count = end > position ? (int) Math.ceilDiv(end - position, step) : 0;
        float[] outLeft = new float[count];
        float[] outRight = new float[count];
        for (int i = 0; i < count; i++) {
            interpolate(outLeft, outRight, i);
            position += step;
        }
        made += count;
        int passed = (int) (position >> 32) - HALF_TAPS;
        System.arraycopy(left, passed, left, 0, held - passed);
        System.arraycopy(right, passed, right, 0, held - passed);
        held -= passed;
        dropped += passed;
        position -= (long) passed << 32;
        return new StereoConverter.Stereo(outLeft, outRight, count);
    }

    private void interpolate(float[] outLeft, float[] outRight, int at) {
        int whole = (int) (position >> 32);
        double phase = (position & 0xffffffffL) / ONE * PHASES;
        int row = (int) phase;
        float part = (float) (phase - row);
        int taps = row * TAPS;
        int first = whole - HALF_TAPS + 1;
        float sumLeft = 0;
        float sumRight = 0;
        for (int i = 0; i < TAPS; i++) {
            float here = FILTER[taps + i];
            float weight = here + (FILTER[taps + TAPS + i] - here) * part;
            sumLeft += weight * left[first + i];
            sumRight += weight * right[first + i];
        }
        outLeft[at] = sumLeft;
        outRight[at] = sumRight;
    }

    /// Rows of taps, one per phase and one more. In row `p`, tap `i` is the weight of the sample at
    /// `i − HALF_TAPS + 1` from the integral position.
    private static float[] filter() {
        float[] filter = new float[(PHASES + 1) * TAPS];
        for (int phase = 0; phase <= PHASES; phase++) {
            for (int tap = 0; tap < TAPS; tap++) {
                double x = tap - HALF_TAPS + 1 - (double) phase / PHASES;
                filter[phase * TAPS + tap] = (float) (sinc(x) * window(x / HALF_TAPS));
            }
        }
        return filter;
    }

    private static double sinc(double x) {
        if (x == 0) {
            return 1;
        }
        // Exactly zero at integral positions, so that unstretched samples pass unchanged.
        return x == Math.rint(x) ? 0 : StrictMath.sin(Math.PI * x) / (Math.PI * x);
    }

    private static double window(double x) {
        double inside = Math.max(0, 1 - x * x);
        return bessel(WINDOW_SHAPE * Math.sqrt(inside)) / bessel(WINDOW_SHAPE);
    }

    /// The modified Bessel function of the first kind and order zero, by series.
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; k < 40; k++) {
            term *= x / (2 * k) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }
}
