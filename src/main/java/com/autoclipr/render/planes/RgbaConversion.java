package com.autoclipr.render.planes;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Converts premultiplied R′G′B′A to a [LayerRaster]. Values are treated as full-range BT.709
/// R′G′B′, including sRGB colours, as is common practice.
///
/// Chroma is the average of 3×2 pixels, weighted 1, 2, 1 horizontally, so it is sited left like the
/// output's.
public final class RgbaConversion {
    private static final int BITS = 16;
    private static final double KR = 0.2126;
    private static final double KB = 0.0722;
    private static final double KG = 1 - KR - KB;
    private static final double LUMA = 219.0 / 255;
    private static final double BLUE = 224.0 / 255 / (2 * (1 - KB));
    private static final double RED = 224.0 / 255 / (2 * (1 - KR));

    private static final int[] TO_LUMA = fixed(KR * LUMA, KG * LUMA, KB * LUMA, 16.0 / 255);
    private static final int[] TO_CB = fixed(-KR * BLUE, -KG * BLUE, (1 - KB) * BLUE, 128.0 / 255);
    private static final int[] TO_CR = fixed((1 - KR) * RED, -KG * RED, -KB * RED, 128.0 / 255);

    private RgbaConversion() {}

    /// @param pixels R, G, B, A bytes, premultiplied, `width × height × 4` bytes
    /// @param width even
    /// @param height even
    /// @return the non-empty part, aligned to chroma samples
    public static LayerRaster convert(MemorySegment pixels, int width, int height) {
        int[] row = new int[width];
        int top = height;
        int bottom = 0;
        int left = width;
        int right = 0;
        for (int y = 0; y < height; y++) {
            read(pixels, width, y, row);
            int first = firstSeen(row);
            if (first < width) {
                top = Math.min(top, y);
                bottom = y + 1;
                left = Math.min(left, first);
                right = Math.max(right, endSeen(row));
            }
        }
        if (top >= bottom) {
            return LayerRaster.empty();
        }
        // One more pair to the right, because the pixel to its left contributes a quarter of its
        // chroma.
        int evenLeft = left & ~1;
        int evenTop = top & ~1;
        int evenRight = Math.min(width, ((right + 1) & ~1) + 2);
        int evenBottom = (bottom + 1) & ~1;
        Region part = new Region(evenLeft, evenTop, evenRight - evenLeft, evenBottom - evenTop);
        return convert(pixels, width, part);
    }

    private static LayerRaster convert(MemorySegment pixels, int width, Region part) {
        int size = part.width() * part.height();
        LayerRaster raster =
                new LayerRaster(
                        part.left(),
                        part.top(),
                        part.width(),
                        part.height(),
                        new byte[size],
                        new byte[size / 4],
                        new byte[size / 4],
                        new byte[size],
                        new byte[size / 4]);
        int[] upper = new int[width];
        int[] lower = new int[width];
        for (int y = 0; y < part.height(); y += 2) {
            read(pixels, width, part.top() + y, upper);
            read(pixels, width, part.top() + y + 1, lower);
            luma(upper, part.left(), raster, y);
            luma(lower, part.left(), raster, y + 1);
            chroma(upper, lower, part.left(), raster, y / 2);
        }
        return raster;
    }

    private static void luma(int[] pixels, int left, LayerRaster into, int row) {
        byte[] luma = into.luma();
        byte[] alpha = into.alpha();
        int at = row * into.width();
        for (int x = 0; x < into.width(); x++) {
            int pixel = pixels[left + x];
            if (pixel != 0) {
                luma[at + x] = (byte) weighted(pixel, TO_LUMA);
                alpha[at + x] = (byte) (pixel >>> 24);
            }
        }
    }

    private static int weighted(int pixel, int[] factors) {
        int sum =
                (pixel & 255) * factors[0]
                        + ((pixel >>> 8) & 255) * factors[1]
                        + ((pixel >>> 16) & 255) * factors[2]
                        + (pixel >>> 24) * factors[3];
        return (sum + (1 << (BITS - 1))) >> BITS;
    }

    private static void chroma(int[] upper, int[] lower, int left, LayerRaster into, int row) {
        int at = row * (into.width() / 2);
        for (int j = 0; j < into.width() / 2; j++) {
            int x = left + 2 * j;
            int before = Math.max(0, x - 1);
            if ((upper[before] | upper[x] | upper[x + 1]) == 0
                    && (lower[before] | lower[x] | lower[x + 1]) == 0) {
                continue;
            }
            // Two channels at a time, sixteen bits each: eight times 255 fits.
            int redBlue = pairs(upper, lower, before, x, 0);
            int greenAlpha = pairs(upper, lower, before, x, 8);
            int red = redBlue & 0xffff;
            int blue = redBlue >>> 16;
            int green = greenAlpha & 0xffff;
            int alpha = greenAlpha >>> 16;
            into.cb()[at + j] = (byte) mean(red, green, blue, alpha, TO_CB);
            into.cr()[at + j] = (byte) mean(red, green, blue, alpha, TO_CR);
            into.chromaAlpha()[at + j] = (byte) ((alpha + 4) >> 3);
        }
    }

    private static int pairs(int[] upper, int[] lower, int before, int x, int shift) {
        int mask = 0x00ff00ff;
        return ((upper[before] >>> shift) & mask)
                + 2 * ((upper[x] >>> shift) & mask)
                + ((upper[x + 1] >>> shift) & mask)
                + ((lower[before] >>> shift) & mask)
                + 2 * ((lower[x] >>> shift) & mask)
                + ((lower[x + 1] >>> shift) & mask);
    }

    private static int mean(int red, int green, int blue, int alpha, int[] factors) {
        int sum = red * factors[0] + green * factors[1] + blue * factors[2] + alpha * factors[3];
        return (sum + (1 << (BITS + 2))) >> (BITS + 3);
    }

    private static int firstSeen(int[] row) {
        int x = 0;
        while (x < row.length && row[x] == 0) {
            x++;
        }
        return x;
    }

    private static int endSeen(int[] row) {
        int x = row.length;
        while (x > 0 && row[x - 1] == 0) {
            x--;
        }
        return x;
    }

    private static void read(MemorySegment pixels, int width, int row, int[] into) {
        MemorySegment.copy(
                pixels, ValueLayout.JAVA_INT_UNALIGNED, (long) row * width * 4, into, 0, width);
    }

    private static int[] fixed(double red, double green, double blue, double alpha) {
        return new int[] {fixed(red), fixed(green), fixed(blue), fixed(alpha)};
    }

    private static int fixed(double factor) {
        return (int) Math.rint(factor * (1 << BITS));
    }

    /// The samples of an opaque colour: luma, Cb, Cr.
    public static int[] opaque(int red, int green, int blue) {
        int pixel = red | green << 8 | blue << 16 | 255 << 24;
        return new int[] {weighted(pixel, TO_LUMA), weighted(pixel, TO_CB), weighted(pixel, TO_CR)};
    }
}
