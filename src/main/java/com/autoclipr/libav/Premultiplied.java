package com.autoclipr.libav;

/// Arithmetic on premultiplied RGBA bytes.
final class Premultiplied {
    private Premultiplied() {}

    /// Multiplies R, G and B of straight RGBA pixels by their alpha, rounding to nearest.
    ///
    /// @return whether every alpha is 255
    static boolean inPlace(byte[] rgba) {
        boolean opaque = true;
        for (int i = 0; i < rgba.length; i += 4) {
            int alpha = rgba[i + 3] & 0xff;
            if (alpha != 255) {
                opaque = false;
                rgba[i] = times(rgba[i], alpha);
                rgba[i + 1] = times(rgba[i + 1], alpha);
                rgba[i + 2] = times(rgba[i + 2], alpha);
            }
        }
        return opaque;
    }

    /// `value × factor / 255`, rounded to nearest, of unsigned bytes.
    static byte times(byte value, int factor) {
        return (byte) (((value & 0xff) * factor + 127) / 255);
    }
}
