package com.autoclipr.render.planes;

/// The order in which columns of a row are computed: column `4j + k` at place `k × quarter + j`, so
/// that four neighbours lie at the same index of four runs and can be packed into one `int` by a
/// loop without strides. Rows are padded to a multiple of four columns.
final class ColumnOrder {
    private ColumnOrder() {}

    /// For each place, its column; the last column again where the row is padded.
    static int[] of(int columns) {
        int quarter = (columns + 3) / 4;
        int[] order = new int[4 * quarter];
        for (int k = 0; k < 4; k++) {
            for (int j = 0; j < quarter; j++) {
                order[k * quarter + j] = Math.min(4 * j + k, columns - 1);
            }
        }
        return order;
    }
}
