package com.autoclipr.libav.colour;

import java.util.function.DoubleUnaryOperator;

/// Encodes linear light.
final class LightEncoding {
    private static final int STEPS = 65_535;

    /// Below this the curve is steepest.
    private static final float DARK = 1f / 64;

    /// Codes at equal steps of light from 0 to 1, and 64 times finer from 0 to [#DARK].
    private final char[] whole;

    private final char[] dark;

    private LightEncoding(DoubleUnaryOperator curve) {
        this.whole = codes(curve, 1);
        this.dark = codes(curve, DARK);
    }

    /// Created on first use.
    private static final class Srgb {
        private static final LightEncoding ENCODING =
                new LightEncoding(
                        x ->
                                x <= 0.0031308
                                        ? 12.92 * x
                                        : 1.055 * StrictMath.pow(x, 1 / 2.4) - 0.055);
    }

    /// IEC 61966-2-1.
    static LightEncoding srgb() {
        return Srgb.ENCODING;
    }

    /// ITU-R BT.1886.
    static LightEncoding bt1886() {
        return new LightEncoding(x -> StrictMath.pow(x, 1 / 2.4));
    }

    private static char[] codes(DoubleUnaryOperator curve, double end) {
        char[] codes = new char[STEPS + 1];
        for (int i = 0; i < codes.length; i++) {
            codes[i] =
                    (char) Math.rint(curve.applyAsDouble(end * i / STEPS) * ColourTransform.SCALE);
        }
        return codes;
    }

    /// The nearest code; light below 0 and above 1 is clipped, and NaN is black.
    int code(float light) {
        if (!(light > 0)) {
            return 0;
        }
        if (light < DARK) {
            return dark[(int) (light * (STEPS / DARK) + 0.5f)];
        }
        return light >= 1 ? ColourTransform.SCALE : whole[(int) (light * STEPS + 0.5f)];
    }
}
