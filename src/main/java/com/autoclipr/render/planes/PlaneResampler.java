package com.autoclipr.render.planes;

import com.autoclipr.media.picture.Plane;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Resamples a plane to a region of another grid, row by row, for one geometry and any number of
/// pictures of one size. Not thread-safe.
///
/// Source rows are resampled horizontally when first needed and kept as long as needed: at most as
/// many rows as there are vertical taps. Sums are integers: source value (in units of 8-bit codes)
/// × `2^`[#FRACTION_BITS], columns in [ColumnOrder].
final class PlaneResampler {
    private static final int WEIGHT_BITS = 14;

    /// Sum of the horizontal weights, and of the vertical ones without gain.
    static final int UNITY = 1 << WEIGHT_BITS;

    /// Fraction bits of rows between the two passes.
    private static final int ROW_BITS = 7;

    /// Fraction bits of sums.
    static final int FRACTION_BITS = ROW_BITS + WEIGHT_BITS;

    private final Region wanted;
    private final AxisTaps horizontal;
    private final AxisTaps vertical;
    private final boolean copies;
    private final int firstCopied;
    private final Region needed;
    private final int[][] ring;
    private final int[] ringRow;
    private final int[] gathered;
    private final int[] products;
    private final int[] sums;
    private final int[] moreSums;
    private final int[][] quarters;
    private final int[] packed;
    private final int[][] windowRows = new int[4][];
    private final int[] windowWeights = new int[4];

    private byte[] bytes = {};
    private MemorySegment shorts = MemorySegment.NULL;
    private boolean signed;
    private int stride;
    private int lastRow;
    private int depth;

    /// @param x horizontal map from requested samples to those of the plane
    /// @param y vertical map
    /// @param wanted requested samples, not empty
    /// @param source size of the source planes
    /// @param gain factor for every sample
    PlaneResampler(AxisMap x, AxisMap y, Region wanted, Region source, double gain) {
        AxisTaps columns = AxisTaps.of(x, wanted.left(), wanted.width(), source.width(), UNITY);
        int total = (int) Math.rint(gain * UNITY);
        this.wanted = wanted;
        this.horizontal = columns.inOrder(ColumnOrder.of(wanted.width()));
        this.vertical = AxisTaps.of(y, wanted.top(), wanted.height(), source.height(), total);
        this.copies = columns.copies && vertical.copies && gain == 1;
        this.firstCopied = copies ? columns.firstCopied() : 0;
        this.needed = needed(columns, vertical, source);
        this.ring = new int[vertical.taps][horizontal.count];
        this.ringRow = new int[vertical.taps];
        this.gathered = new int[horizontal.count];
        this.products = new int[horizontal.count];
        this.sums = new int[horizontal.count];
        this.moreSums = new int[horizontal.count];
        this.packed = new int[horizontal.count / 4];
        this.quarters = new int[4][packed.length];
    }

    /// The region of the source that is read.
    Region needed() {
        return needed;
    }

    /// Starts a new picture.
    ///
    /// @param plane of the size that the taps were made for
    /// @param signed whether its shorts are signed
    void begin(Plane plane, boolean signed) {
        Plane wide = plane.width() < horizontal.taps ? widened(plane) : plane;
        switch (wide.samples()) {
            case byte[] narrow -> {
                bytes = narrow;
                shorts = MemorySegment.NULL;
            }
            case short[] broad -> shorts = MemorySegment.ofArray(broad);
            default -> throw new IllegalArgumentException("neither bytes nor shorts");
        }
        this.signed = signed;
        this.stride = wide.stride();
        this.lastRow = wide.height() - 1;
        this.depth = wide.bitDepth();
        Arrays.fill(ringRow, -1);
    }

    /// Resamples the plane given to [#begin(Plane, boolean)] into `into`, rounded to bytes, without
    /// padding.
    ///
    /// @param offset added to every sample
    /// @param more another resampler whose result is added
    void write(double offset, @Nullable PlaneResampler more, byte[] into) {
        if (copies && depth == 8 && more == null && offset == 0) {
            copy(into);
            return;
        }
        int bias = (1 << (FRACTION_BITS - 1)) + (int) Math.rint(Math.scalb(offset, FRACTION_BITS));
        for (int y = 0; y < wanted.height(); y++) {
            if (more == null && vertical.taps == 4) {
                window(y, 0);
                RowKernels.rowsToBytes(windowRows, windowWeights, bias, FRACTION_BITS, sums);
            } else {
                row(y, sums);
                if (more != null) {
                    more.row(y, moreSums);
                    RowKernels.add(moreSums, sums);
                }
                RowKernels.toBytes(sums, bias, FRACTION_BITS);
            }
            RowKernels.pack(sums, quarters, packed);
            RowKernels.store(packed, into, y * wanted.width(), wanted.width());
        }
    }

    private void copy(byte[] into) {
        int from = vertical.firstCopied() * stride + firstCopied;
        for (int y = 0; y < wanted.height(); y++) {
            System.arraycopy(bytes, from + y * stride, into, y * wanted.width(), wanted.width());
        }
    }

    /// Sets `into` to the sums of destination row `row`, counted from the first requested one.
    private void row(int row, int[] into) {
        for (int tap = 0; tap < vertical.taps; tap += 4) {
            window(row, tap);
            if (tap == 0) {
                RowKernels.rowsTimes(windowRows, windowWeights, into);
            } else {
                RowKernels.addRowsTimes(windowRows, windowWeights, into);
            }
        }
    }

    /// Sets the window to the four source rows of destination row `row` from tap `tap`.
    private void window(int row, int tap) {
        for (int k = 0; k < 4; k++) {
            windowRows[k] = sourceRow(Math.min(vertical.start[row] + tap + k, lastRow));
            windowWeights[k] = vertical.weights[tap + k][row];
        }
    }

    private int[] sourceRow(int row) {
        int place = row % ring.length;
        if (ringRow[place] != row) {
            ringRow[place] = row;
            resampleRow(row, ring[place]);
        }
        return ring[place];
    }

    private void resampleRow(int row, int[] into) {
        boolean narrow = depth == 8;
        int bits = WEIGHT_BITS + depth - 8 - ROW_BITS;
        if (narrow && horizontal.taps == 4) {
            RowKernels.gatherBytes(bytes, row * stride, horizontal.start, gathered);
            RowKernels.bytesTimesRounded(gathered, horizontal.weights, bits, into);
            return;
        }
        int step = narrow ? 4 : 2;
        for (int tap = 0; tap < horizontal.taps; tap += step) {
            int[] target = tap == 0 ? into : products;
            if (narrow) {
                RowKernels.gatherBytes(bytes, row * stride + tap, horizontal.start, gathered);
                RowKernels.bytesTimes(gathered, horizontal.weights, tap, target);
            } else {
                long offset = (long) row * stride + tap;
                RowKernels.gatherShorts(shorts, offset, horizontal.start, gathered);
                if (signed) {
                    RowKernels.signedTimes(gathered, horizontal.weights, tap, target);
                } else {
                    RowKernels.unsignedTimes(gathered, horizontal.weights, tap, target);
                }
            }
            if (tap > 0) {
                RowKernels.add(products, into);
            }
        }
        RowKernels.round(into, bits);
    }

    private static Region needed(AxisTaps x, AxisTaps y, Region source) {
        int left = Arrays.stream(x.start).min().orElseThrow();
        int top = Arrays.stream(y.start).min().orElseThrow();
        int right = Arrays.stream(x.start).max().orElseThrow() + x.taps;
        int bottom = Arrays.stream(y.start).max().orElseThrow() + y.taps;
        return new Region(
                left,
                top,
                Math.min(right, source.width()) - left,
                Math.min(bottom, source.height()) - top);
    }

    /// A padded copy of a plane with fewer columns than taps, so that gathering stays within
    /// bounds; the extra taps have zero weight.
    private Plane widened(Plane plane) {
        int wide = horizontal.taps;
        return switch (plane.samples()) {
            case byte[] from -> {
                byte[] into = new byte[wide * plane.height()];
                for (int y = 0; y < plane.height(); y++) {
                    System.arraycopy(from, y * plane.stride(), into, y * wide, plane.width());
                }
                yield Plane.ofBytes(into, wide, plane.height(), wide);
            }
            case short[] from -> {
                short[] into = new short[wide * plane.height()];
                for (int y = 0; y < plane.height(); y++) {
                    System.arraycopy(from, y * plane.stride(), into, y * wide, plane.width());
                }
                yield Plane.ofShorts(into, wide, plane.height(), wide, plane.bitDepth());
            }
            default -> throw new IllegalArgumentException("neither bytes nor shorts");
        };
    }
}
