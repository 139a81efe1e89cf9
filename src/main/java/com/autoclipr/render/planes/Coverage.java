package com.autoclipr.render.planes;

/// How much of each column (or row) of a region an interval covers, for luma and for chroma of
/// 4:2:0: antialiased edges at sub-pixel positions. 256 is all of it.
///
/// @param luma of luma samples
/// @param chroma of chroma samples
record Coverage(Line luma, Line chroma) {
    private static final int FULL = 256;

    /// Samples side by side.
    ///
    /// @param parts how much of each is covered
    /// @param firstFull the first one that is covered whole; their number where none is
    /// @param endFull the end of the run of those covered whole that starts there
    record Line(int[] parts, int firstFull, int endFull) {
        static Line of(int[] parts) {
            int first = 0;
            while (first < parts.length && parts[first] < FULL) {
                first++;
            }
            int end = first;
            while (end < parts.length && parts[end] == FULL) {
                end++;
            }
            return new Line(parts, first, end);
        }

        boolean isFull() {
            return firstFull == 0 && endFull == parts.length;
        }
    }

    /// Columns: chroma lies on even luma samples and is the mean of three, weighted 1, 2, 1, as
    /// chroma of everything drawn is.
    static Coverage ofColumns(double from, double to, int first, int count) {
        int[] luma = luma(from, to, first, count);
        int[] chroma = new int[count / 2];
        for (int j = 0; j < chroma.length; j++) {
            int left = luma[Math.max(0, 2 * j - 1)];
            chroma[j] = (left + 2 * luma[2 * j] + luma[2 * j + 1] + 2) / 4;
        }
        return new Coverage(Line.of(luma), Line.of(chroma));
    }

    /// Rows: chroma lies between two luma rows.
    static Coverage ofRows(double from, double to, int first, int count) {
        int[] luma = luma(from, to, first, count);
        int[] chroma = new int[count / 2];
        for (int j = 0; j < chroma.length; j++) {
            chroma[j] = (luma[2 * j] + luma[2 * j + 1] + 1) / 2;
        }
        return new Coverage(Line.of(luma), Line.of(chroma));
    }

    boolean isFull() {
        return luma.isFull() && chroma.isFull();
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
