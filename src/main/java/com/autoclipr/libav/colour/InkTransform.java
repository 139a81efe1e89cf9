package com.autoclipr.libav.colour;

/// CMYK without a profile: inks are multiplied, as in browsers.
public final class InkTransform implements ColourTransform {
    @Override
    public int channels() {
        return 4;
    }

    @Override
    public void convert(int[] from, int[] to, int pixels) {
        for (int i = 0; i < pixels; i++) {
            long light = (long) SCALE - from[4 * i + 3];
            for (int c = 0; c < 3; c++) {
                to[3 * i + c] =
                        (int) ((((long) SCALE - from[4 * i + c]) * light + SCALE / 2) / SCALE);
            }
        }
    }
}
