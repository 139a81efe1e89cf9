package com.autoclipr.render.planes;

/// Coverage of each column (or row) of a region by an interval, for luma and 4:2:0 chroma:
/// antialiased edges at sub-pixel positions. 256 is full coverage.
///
/// @param luma of luma samples
/// @param chroma of chroma samples
record Coverage(Line luma, Line chroma) {
    private static final int FULL = 256;

    /// Coverage of consecutive samples.
    ///
    /// @param parts coverage of each sample
    /// @param firstFull first fully covered sample; the number of samples if there is none
    /// @param endFull end of the run of fully covered samples
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

    /// Columns: chroma is sited on even luma samples and is the average of three, weighted 1, 2, 1,
    /// like all drawn chroma.
    static Coverage ofColumns(double from, double to, int first, int count) {
        int[] luma = luma(from, to, first, count);
        int[] chroma = new int[count / 2];
        for (int j = 0; j < chroma.length; j++) {
            int left = luma[Math.max(0, 2 * j - 1)];
            chroma[j] = (left + 2 * luma[2 * j] + luma[2 * j + 1] + 2) / 4;
        }
        return new Coverage(Line.of(luma), Line.of(chroma));
    }

    /// Rows: chroma is sited between two luma rows.
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
