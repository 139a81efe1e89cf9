package com.autoclipr.libav.colour;

/// Grey with a transfer curve.
public final class GreyTransform implements ColourTransform {
    private final char[] codes = new char[SCALE + 1];

    public GreyTransform(ToneCurve curve) {
        LightEncoding encoding = LightEncoding.srgb();
        for (int i = 0; i <= SCALE; i++) {
            codes[i] = (char) encoding.code((float) curve.at((double) i / SCALE));
        }
    }

    @Override
    public int channels() {
        return 1;
    }

    @Override
    public void convert(int[] from, int[] to, int pixels) {
        for (int i = 0; i < pixels; i++) {
            int code = codes[from[i]];
            to[3 * i] = code;
            to[3 * i + 1] = code;
            to[3 * i + 2] = code;
        }
    }
}
