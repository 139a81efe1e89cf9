package com.autoclipr.testkit.media;

import java.util.OptionalInt;

/// A number of 24 bits as black and white cells, drawn so that it survives a 9:16 crop from the
/// centre, any scaling and strong compression.
///
/// 4 × 7 cells, row by row, most significant bit first; the last four carry a check: the exclusive
/// or of the six groups of four bits, inverted in its lowest bit. The cells cover half the
/// picture's height across, and nine tenths of it down, around the centre: so they lie at the same
/// place in a landscape picture and in an upright crop of its full height. Outside is mid grey.
public final class BarCode {
    /// Numbers are smaller than this.
    public static final int LIMIT = 1 << 24;

    private static final int COLUMNS = 4;
    private static final int ROWS = 7;
    private static final int CHECK_BITS = 4;
    private static final double WIDTH_BY_HEIGHT = 0.5;
    private static final double TALL = 0.9;
    private static final int DARKEST_UNSURE = 90;
    private static final int LIGHTEST_UNSURE = 165;
    private static final byte BACKGROUND = 126;
    private static final byte BLACK = 16;
    private static final byte WHITE = (byte) 235;

    private BarCode() {}

    /// Fills `luma` (`width` bytes a row, no padding, limited range) with the code of `number`.
    public static void draw(byte[] luma, int width, int height, int number) {
        java.util.Arrays.fill(luma, 0, width * height, BACKGROUND);
        int code = number << CHECK_BITS | check(number);
        for (int cell = 0; cell < COLUMNS * ROWS; cell++) {
            boolean white = (code >> (COLUMNS * ROWS - 1 - cell) & 1) == 1;
            int column = cell % COLUMNS;
            int row = Math.floorDiv(cell, COLUMNS);
            int left = (int) Math.round(edgeX(column, width, height));
            int right = (int) Math.round(edgeX(column + 1, width, height));
            int top = (int) Math.round(edgeY(row, height));
            int bottom = (int) Math.round(edgeY(row + 1, height));
            for (int y = top; y < bottom; y++) {
                java.util.Arrays.fill(
                        luma, y * width + left, y * width + right, white ? WHITE : BLACK);
            }
        }
    }

    /// The number in a picture; empty where a cell is neither black nor white or the check fails,
    /// as in a blend of two frames.
    public static OptionalInt read(byte[] luma, int width, int height) {
        int code = 0;
        for (int cell = 0; cell < COLUMNS * ROWS; cell++) {
            double mean = meanOfCell(luma, width, height, cell);
            if (mean > DARKEST_UNSURE && mean < LIGHTEST_UNSURE) {
                return OptionalInt.empty();
            }
            code = code << 1 | (mean >= LIGHTEST_UNSURE ? 1 : 0);
        }
        int number = code >> CHECK_BITS;
        return check(number) == (code & 15) ? OptionalInt.of(number) : OptionalInt.empty();
    }

    /// Mean of the middle of a cell, where scaling does not mix it with its neighbours.
    private static double meanOfCell(byte[] luma, int width, int height, int cell) {
        double column = cell % COLUMNS;
        double row = Math.floorDiv(cell, COLUMNS);
        int left = (int) Math.ceil(edgeX(column + 0.3, width, height));
        int right = (int) Math.floor(edgeX(column + 0.7, width, height));
        int top = (int) Math.ceil(edgeY(row + 0.3, height));
        int bottom = (int) Math.floor(edgeY(row + 0.7, height));
        long sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                sum += luma[y * width + x] & 255;
            }
        }
        return (double) sum / ((right - left) * (bottom - top));
    }

    private static double edgeX(double column, int width, int height) {
        return width / 2.0 + (column / COLUMNS - 0.5) * WIDTH_BY_HEIGHT * height;
    }

    private static double edgeY(double row, int height) {
        return height / 2.0 + (row / ROWS - 0.5) * TALL * height;
    }

    private static int check(int number) {
        int check = 1;
        for (int shift = 0; shift < 24; shift += 4) {
            check ^= number >> shift & 15;
        }
        return check;
    }
}
