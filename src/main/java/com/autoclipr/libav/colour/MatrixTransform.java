package com.autoclipr.libav.colour;

/// R′G′B′ with transfer curves and chromaticities other than sRGB's.
public final class MatrixTransform implements ColourTransform {
    private final LightEncoding encoding = LightEncoding.srgb();
    private final float[] red;
    private final float[] green;
    private final float[] blue;
    private final float[] m = new float[9];

    private MatrixTransform(ToneCurve red, ToneCurve green, ToneCurve blue, Matrix3 toSrgb) {
        this.red = red.sampled();
        this.green = green == red ? this.red : green.sampled();
        this.blue = blue == red ? this.red : blue.sampled();
        for (int i = 0; i < 9; i++) {
            m[i] = (float) toSrgb.m()[i];
        }
    }

    /// @throws ProfileException if the chromaticities are degenerate
    public static ColourTransform of(Primaries primaries, ToneCurve curve) throws ProfileException {
        return of(curve, curve, curve, primaries.toD50());
    }

    /// @param toD50 linear light → XYZ under D50
    static ColourTransform of(ToneCurve red, ToneCurve green, ToneCurve blue, Matrix3 toD50)
            throws ProfileException {
        if (!toD50.finite() || !toD50.inverse().finite()) {
            throw new ProfileException("no-primaries");
        }
        return new MatrixTransform(red, green, blue, Primaries.d50ToSrgb().times(toD50));
    }

    @Override
    public int channels() {
        return 3;
    }

    @Override
    public void convert(int[] from, int[] to, int pixels) {
        for (int i = 0; i < 3 * pixels; i += 3) {
            float r = red[from[i]];
            float g = green[from[i + 1]];
            float b = blue[from[i + 2]];
            to[i] = encoding.code(m[0] * r + m[1] * g + m[2] * b);
            to[i + 1] = encoding.code(m[3] * r + m[4] * g + m[5] * b);
            to[i + 2] = encoding.code(m[6] * r + m[7] * g + m[8] * b);
        }
    }
}
