package com.autoclipr.render.filter;

import java.util.List;

/// Multiplies colours by a matrix, in steps of 1/4 096.
///
/// @param rows of the matrix: factors of red, green and blue, and a constant (1 is white), for each
///   of the three; 12 values
public record ColourFilter(List<Double> rows) implements PixelFilter {
    private static final int BITS = 12;
    private static final int HALF = 1 << (BITS - 1);

    /// Four products of this size and 255 fit into an `int`.
    private static final int LARGEST = 2_000_000;

    public ColourFilter {
        rows = List.copyOf(rows);
    }

    @Override
    public int reach() {
        return 0;
    }

    @Override
    public void apply(Pixels pixels) {
        int[] m = new int[rows.size()];
        for (int i = 0; i < m.length; i++) {
            double value = rows.get(i) * (i % 4 == 3 ? 255 : 1) * (1 << BITS);
            m[i] = (int) Math.clamp(Math.rint(value), -LARGEST, LARGEST) + (i % 4 == 3 ? HALF : 0);
        }
        int[] data = pixels.data();
        int width = pixels.width();
        for (int y = 0; y < pixels.height(); y++) {
            if (isOpaque(data, y * width, width)) {
                opaque(data, y * width, width, m);
            } else {
                translucent(data, y * width, width, m);
            }
        }
    }

    private static boolean isOpaque(int[] data, int from, int count) {
        int all = -1;
        for (int i = from; i < from + count; i++) {
            all &= data[i];
        }
        return all >>> 24 == 255;
    }

    private static void opaque(int[] data, int from, int count, int[] m) {
        for (int i = from; i < from + count; i++) {
            data[i] = changed(data[i], m) | 0xff000000;
        }
    }

    private static void translucent(int[] data, int from, int count, int[] m) {
        for (int i = from; i < from + count; i++) {
            int alpha = data[i] >>> 24;
            if (alpha != 0) {
                data[i] = Alpha.times(changed(Alpha.undone(data[i]), m), alpha);
            }
        }
    }

    /// The colour of an opaque pixel, without alpha.
    private static int changed(int pixel, int[] m) {
        int red = pixel & 255;
        int green = (pixel >>> 8) & 255;
        int blue = (pixel >>> 16) & 255;
        int newRed = (m[0] * red + m[1] * green + m[2] * blue + m[3]) >> BITS;
        int newGreen = (m[4] * red + m[5] * green + m[6] * blue + m[7]) >> BITS;
        int newBlue = (m[8] * red + m[9] * green + m[10] * blue + m[11]) >> BITS;
        return Math.max(0, Math.min(255, newRed))
                | Math.max(0, Math.min(255, newGreen)) << 8
                | Math.max(0, Math.min(255, newBlue)) << 16;
    }
}
