package com.autoclipr.libav.colour;

/// From linear light to codes of sRGB (IEC 61966-2-1).
final class SrgbEncoding {
    private static final int STEPS = 65_535;

    /// Below, the curve is steepest.
    private static final float DARK = 1f / 64;

    /// Codes at even steps of light from 0 to 1, and, 64 times finer, from 0 to [#DARK].
    private final char[] whole = codes(1);

    private final char[] dark = codes(DARK);

    private static char[] codes(double end) {
        char[] codes = new char[STEPS + 1];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (char) Math.rint(encoded(end * i / STEPS) * ColourTransform.SCALE);
        }
        return codes;
    }

    private static double encoded(double light) {
        return light <= 0.0031308
                ? 12.92 * light
                : 1.055 * StrictMath.pow(light, 1 / 2.4) - 0.055;
    }

    /// The nearest code; light below 0 and above 1 is clipped, and what is no number is black.
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
