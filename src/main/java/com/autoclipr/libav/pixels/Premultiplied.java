package com.autoclipr.libav.pixels;

/// Arithmetic on premultiplied RGBA bytes.
public final class Premultiplied {
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

    /// `value × factor / 255` of unsigned bytes, rounded to nearest.
    static byte times(byte value, int factor) {
        return (byte) (((value & 0xff) * factor + 127) / 255);
    }

    /// Blends `count` pixels of `from` over those of `onto` (Porter-Duff source over).
    ///
    /// @param fromByte index of the first byte in `from`
    /// @param ontoByte index of the first byte in `onto`
    public static void over(byte[] from, int fromByte, byte[] onto, int ontoByte, int count) {
        for (int i = 0; i < count * 4; i += 4) {
            int rest = 255 - (from[fromByte + i + 3] & 0xff);
            for (int c = 0; c < 4; c++) {
                int below = times(onto[ontoByte + i + c], rest) & 0xff;
                onto[ontoByte + i + c] = (byte) ((from[fromByte + i + c] & 0xff) + below);
            }
        }
    }

    /// Whether every alpha is 255.
    public static boolean opaque(byte[] rgba) {
        for (int i = 3; i < rgba.length; i += 4) {
            if (rgba[i] != (byte) 255) {
                return false;
            }
        }
        return true;
    }
}
