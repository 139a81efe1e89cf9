package com.autoclipr.audio;

import com.autoclipr.composition.value.Animated;
import com.autoclipr.composition.value.Interpolation;
import com.autoclipr.media.AudioSource;
import com.autoclipr.time.Rational;

/// A layer's volume over its samples: evaluated every 64 samples (1.3 ms) from the layer's start
/// and interpolated linearly. Steps (`hold`) become short ramps too, so nothing clicks.
final class VolumeCurve {
    private static final int STEP_SAMPLES = 64;

    private final Animated<Double> volume;
    private final double constant;
    private long rampStep = Long.MIN_VALUE;
    private double rampFrom;
    private double rampTo;

    /// @param volume factor; negative values, which overshooting easings can produce, are silence
    VolumeCurve(Animated<Double> volume) {
        this.volume = volume;
        this.constant = heard(volume.keyframes().getFirst().value());
    }

    /// Whether the volume is always zero.
    boolean alwaysSilent() {
        return volume.isConstant() && constant == 0;
    }

    /// Multiplies the first `count` samples.
    ///
    /// @param first sample of the layer, counted from its start, at index 0
    void apply(StereoBlock block, long first, int count) {
        if (volume.isConstant()) {
            applyConstant(block, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            long sample = first + i;
            long step = Math.floorDiv(sample, STEP_SAMPLES);
            if (step != rampStep) {
                rampFrom = step == rampStep + 1 ? rampTo : at(step);
                rampTo = at(step + 1);
                rampStep = step;
            }
            double part = (double) Math.floorMod(sample, STEP_SAMPLES) / STEP_SAMPLES;
            double gain = rampFrom + (rampTo - rampFrom) * part;
            block.left()[i] = (float) (block.left()[i] * gain);
            block.right()[i] = (float) (block.right()[i] * gain);
        }
    }

    private void applyConstant(StereoBlock block, int count) {
        if (constant == 1) {
            return;
        }
        for (int i = 0; i < count; i++) {
            block.left()[i] = (float) (block.left()[i] * constant);
            block.right()[i] = (float) (block.right()[i] * constant);
        }
    }

    private double at(long step) {
        Rational time = new Rational(step * STEP_SAMPLES, AudioSource.SAMPLE_RATE_HZ);
        return heard(volume.at(time, Interpolation.NUMBER));
    }

    private static double heard(double factor) {
        return Math.max(0, factor);
    }
}
