package com.autoclipr.libav.colour;

/// A transfer curve from code to linear light, both 0 to 1.
///
/// Formulas use [StrictMath], so that they give the same bits everywhere.
@FunctionalInterface
public interface ToneCurve {
    ToneCurve LINEAR = x -> x;

    /// IEC 61966-2-1.
    ToneCurve SRGB = x -> x <= 0.04045 ? x / 12.92 : StrictMath.pow((x + 0.055) / 1.055, 2.4);

    /// SMPTE ST 428-1: the code of peak white is that of 48 cd/m², of which 52.37 fill the scale.
    ToneCurve ST428 = x -> 52.37 / 48 * StrictMath.pow(x, 2.6);

    double at(double x);

    static ToneCurve gamma(double exponent) {
        return exponent == 1 ? LINEAR : x -> StrictMath.pow(x, exponent);
    }

    /// ITU-T H.273, transfer characteristics 9 and 10.
    ///
    /// @param decades 2 or 2.5
    static ToneCurve log(double decades) {
        return x -> x <= 0 ? 0 : StrictMath.pow(10, decades * (x - 1));
    }

    /// Values at equal distances from 0 to 1, linearly interpolated.
    static ToneCurve table(double[] values) {
        return x -> {
            double place = Math.clamp(x, 0, 1) * (values.length - 1);
            int index = Math.min((int) place, values.length - 2);
            double part = place - index;
            return values[index] + part * (values[index + 1] - values[index]);
        };
    }

    /// This curve at every code.
    default float[] sampled() {
        float[] samples = new float[ColourTransform.SCALE + 1];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) at((double) i / ColourTransform.SCALE);
        }
        return samples;
    }
}
