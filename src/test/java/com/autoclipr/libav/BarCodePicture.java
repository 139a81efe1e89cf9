package com.autoclipr.libav;

import com.autoclipr.media.picture.Picture;
import com.autoclipr.media.picture.Plane;
import com.autoclipr.media.picture.RgbaPicture;
import com.autoclipr.media.picture.YuvPicture;

/// A number drawn as sixteen upright bars, the highest bit on the left, white for 1.
public final class BarCodePicture {
    static final int BITS = 16;

    private BarCodePicture() {}

    /// Whether column `x` of `width` is white in the picture of `number`.
    static boolean white(int number, int x, int width) {
        int bit = BITS - 1 - x * BITS / width;
        return (number >> bit & 1) == 1;
    }

    public static int read(Picture picture) {
        int number = 0;
        for (int bar = 0; bar < BITS; bar++) {
            int x = (2 * bar + 1) * picture.width() / (2 * BITS);
            number = number << 1 | (bright(picture, x, picture.height() / 2) ? 1 : 0);
        }
        return number;
    }

    private static boolean bright(Picture picture, int x, int y) {
        return switch (picture) {
            case RgbaPicture rgba -> (rgba.pixels()[4 * (y * rgba.width() + x) + 1] & 0xff) > 127;
            case YuvPicture yuv -> sample(yuv.luma(), x, y) > 1 << (yuv.luma().bitDepth() - 1);
        };
    }

    public static int sample(Plane plane, int x, int y) {
        int at = y * plane.stride() + x;
        return switch (plane.samples()) {
            case byte[] bytes -> bytes[at] & 0xff;
            case short[] shorts -> shorts[at] & 0xffff;
            default -> throw new IllegalArgumentException("no samples");
        };
    }
}
