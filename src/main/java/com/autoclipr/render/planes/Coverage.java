package com.autoclipr.render.planes;

/// How much of each column (or row) of a region an interval covers, for luma and for chroma of
/// 4:2:0: antialiased edges at sub-pixel positions. 256 is all of it.
///
/// @param luma one per luma sample
/// @param chroma one per chroma sample
record Coverage(int[] luma, int[] chroma) {
    static final int FULL = 256;

    /// Columns: chroma lies on even luma samples and is the mean of three, weighted 1, 2, 1, as
    /// chroma of everything drawn is.
    static Coverage ofColumns(double from, double to, int first, int count) {
        int[] luma = luma(from, to, first, count);
        int[] chroma = new int[count / 2];
        for (int j = 0; j < chroma.length; j++) {
            int left = luma[Math.max(0, 2 * j - 1)];
            chroma[j] = (left + 2 * luma[2 * j] + luma[2 * j + 1] + 2) / 4;
        }
        return new Coverage(luma, chroma);
    }

    /// Rows: chroma lies between two luma rows.
    static Coverage ofRows(double from, double to, int first, int count) {
        int[] luma = luma(from, to, first, count);
        int[] chroma = new int[count / 2];
        for (int j = 0; j < chroma.length; j++) {
            chroma[j] = (luma[2 * j] + luma[2 * j + 1] + 1) / 2;
        }
        return new Coverage(luma, chroma);
    }

    boolean isFull() {
        return firstFull(luma) == 0 && endFull(luma, 0) == luma.length;
    }

    /// The first sample that is covered whole; the length where none is.
    static int firstFull(int[] coverage) {
        int i = 0;
        while (i < coverage.length && coverage[i] < FULL) {
            i++;
        }
        return i;
    }

    /// The end of the run of samples covered whole that starts at `from`.
    static int endFull(int[] coverage, int from) {
        int i = from;
        while (i < coverage.length && coverage[i] == FULL) {
            i++;
        }
        return i;
    }

    private static int[] luma(double from, double to, int first, int count) {
        int[] coverage = new int[count];
        for (int i = 0; i < count; i++) {
            double inside = Math.min(to, first + i + 1.0) - Math.max(from, first + i);
            coverage[i] = (int) Math.rint(Math.clamp(inside, 0, 1) * FULL);
        }
        return coverage;
    }
}
