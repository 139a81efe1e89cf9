package com.autoclipr.render.planes;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/// Averages every eight rows to one, for drawings with eight times the height.
public final class RowAverage {
    /// Rows per averaged row.
    public static final int ROWS = 8;

    private static final int MASK = 0x00ff00ff;
    private static final int HALF = 0x00040004;

    private RowAverage() {}

    /// Writes the averages to the first rows of `pixels`.
    ///
    /// @param pixels `width × 8 × height` pixels of four bytes
    /// @param height rows of the result
    public static void ofEight(MemorySegment pixels, int width, int height) {
        int[] row = new int[width];
        int[] even = new int[width];
        int[] odd = new int[width];
        for (int y = 0; y < height; y++) {
            Arrays.fill(even, HALF);
            Arrays.fill(odd, HALF);
            for (int k = 0; k < ROWS; k++) {
                long from = (long) (y * ROWS + k) * width * 4;
                MemorySegment.copy(pixels, ValueLayout.JAVA_INT_UNALIGNED, from, row, 0, width);
                add(row, even, odd);
            }
            mean(even, odd, row);
            MemorySegment.copy(
                    row, 0, pixels, ValueLayout.JAVA_INT_UNALIGNED, (long) y * width * 4, width);
        }
    }

    /// Two channels at a time, sixteen bits each: eight times 255 fits.
    private static void add(int[] row, int[] even, int[] odd) {
        for (int x = 0; x < row.length; x++) {
            even[x] += row[x] & MASK;
            odd[x] += (row[x] >>> 8) & MASK;
        }
    }

    private static void mean(int[] even, int[] odd, int[] into) {
        for (int x = 0; x < into.length; x++) {
            into[x] = ((even[x] >>> 3) & MASK) | (((odd[x] >>> 3) & MASK) << 8);
        }
    }
}
