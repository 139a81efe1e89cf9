package com.autoclipr.render.planes;

/// The order in which columns of a row are computed: column `4j + k` at position `k × quarter + j`,
/// so that four neighbours have the same index in four runs and can be packed into one `int` by a
/// loop without strides. Rows are padded to a multiple of four columns.
final class ColumnOrder {
    private ColumnOrder() {}

    /// The column of each position; padding repeats the last one.
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
