package com.autoclipr.render.planes;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// The inner loops of resampling, in a form that HotSpot vectorises: only `int` arrays, one loop
/// per method. Narrow samples are therefore first gathered into `int`s, four bytes or two shorts
/// each, in a plain loop of loads, and then unpacked by shifts.
///
/// Measured on JDK 25 (AVX-512, per row of 1080): scalar taps over bytes 2.5 µs; gathered and
/// vectorised 0.9 µs. Storing `int` results to a `byte[]` costs 1.0 µs because it is not
/// vectorised; packing four columns into an `int` costs 0.2 µs.
final class RowKernels {
    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private RowKernels() {}

    /// `into[x]` = the four bytes from `samples[offset + start[x]]`, the first one lowest.
    static void gatherBytes(byte[] samples, int offset, int[] start, int[] into) {
        for (int x = 0; x < into.length; x++) {
            into[x] = (int) INT.get(samples, offset + start[x]);
        }
    }

    /// `into[x]` = the two shorts from sample `offset + start[x]`, the first one lowest.
    static void gatherShorts(MemorySegment samples, long offset, int[] start, int[] into) {
        for (int x = 0; x < into.length; x++) {
            into[x] = samples.get(ValueLayout.JAVA_INT_UNALIGNED, (offset + start[x]) * 2);
        }
    }

    /// Four unsigned bytes each, times four weights each.
    static void bytesTimes(int[] four, int[][] weights, int tap, int[] into) {
        int[] w0 = weights[tap];
        int[] w1 = weights[tap + 1];
        int[] w2 = weights[tap + 2];
        int[] w3 = weights[tap + 3];
        for (int x = 0; x < into.length; x++) {
            int v = four[x];
            into[x] =
                    (v & 255) * w0[x]
                            + ((v >>> 8) & 255) * w1[x]
                            + ((v >>> 16) & 255) * w2[x]
                            + (v >>> 24) * w3[x];
        }
    }

    /// Four unsigned bytes each, times the four first weights each, divided by `2^bits` to the
    /// nearest.
    static void bytesTimesRounded(int[] four, int[][] weights, int bits, int[] into) {
        int[] w0 = weights[0];
        int[] w1 = weights[1];
        int[] w2 = weights[2];
        int[] w3 = weights[3];
        int half = 1 << (bits - 1);
        for (int x = 0; x < into.length; x++) {
            int v = four[x];
            into[x] =
                    ((v & 255) * w0[x]
                                    + ((v >>> 8) & 255) * w1[x]
                                    + ((v >>> 16) & 255) * w2[x]
                                    + (v >>> 24) * w3[x]
                                    + half)
                            >> bits;
        }
    }

    /// Two unsigned shorts each, times two weights each.
    static void unsignedTimes(int[] two, int[][] weights, int tap, int[] into) {
        int[] w0 = weights[tap];
        int[] w1 = weights[tap + 1];
        for (int x = 0; x < into.length; x++) {
            int v = two[x];
            into[x] = (v & 0xffff) * w0[x] + (v >>> 16) * w1[x];
        }
    }

    /// Two signed shorts each, times two weights each.
    static void signedTimes(int[] two, int[][] weights, int tap, int[] into) {
        int[] w0 = weights[tap];
        int[] w1 = weights[tap + 1];
        for (int x = 0; x < into.length; x++) {
            int v = two[x];
            into[x] = ((v << 16) >> 16) * w0[x] + (v >> 16) * w1[x];
        }
    }

    static void add(int[] more, int[] into) {
        for (int x = 0; x < into.length; x++) {
            into[x] += more[x];
        }
    }

    /// Divides by `2^bits`, to the nearest.
    static void round(int[] values, int bits) {
        int half = 1 << (bits - 1);
        for (int x = 0; x < values.length; x++) {
            values[x] = (values[x] + half) >> bits;
        }
    }

    /// The sum of four rows, each times its weight.
    static void rowsTimes(int[][] rows, int[] weights, int[] into) {
        int[] a = rows[0];
        int[] b = rows[1];
        int[] c = rows[2];
        int[] d = rows[3];
        int p = weights[0];
        int q = weights[1];
        int r = weights[2];
        int s = weights[3];
        for (int x = 0; x < into.length; x++) {
            into[x] = a[x] * p + b[x] * q + c[x] * r + d[x] * s;
        }
    }

    /// Adds the sum of four rows, each times its weight.
    static void addRowsTimes(int[][] rows, int[] weights, int[] into) {
        int[] a = rows[0];
        int[] b = rows[1];
        int[] c = rows[2];
        int[] d = rows[3];
        int p = weights[0];
        int q = weights[1];
        int r = weights[2];
        int s = weights[3];
        for (int x = 0; x < into.length; x++) {
            into[x] += a[x] * p + b[x] * q + c[x] * r + d[x] * s;
        }
    }

    /// The sum of four rows, each times its weight, as [#toBytes] makes it.
    static void rowsToBytes(int[][] rows, int[] weights, int bias, int bits, int[] into) {
        int[] a = rows[0];
        int[] b = rows[1];
        int[] c = rows[2];
        int[] d = rows[3];
        int p = weights[0];
        int q = weights[1];
        int r = weights[2];
        int s = weights[3];
        for (int x = 0; x < into.length; x++) {
            int sum = (a[x] * p + b[x] * q + c[x] * r + d[x] * s + bias) >> bits;
            into[x] = Math.min(Math.max(sum, 0), 255);
        }
    }

    /// Adds `bias`, divides by `2^bits` and clamps to 0–255.
    ///
    /// @param bias one half is part of it
    static void toBytes(int[] sums, int bias, int bits) {
        for (int x = 0; x < sums.length; x++) {
            sums[x] = Math.min(Math.max((sums[x] + bias) >> bits, 0), 255);
        }
    }

    /// Packs columns a quarter of the row apart (see [ColumnOrder]) into one `int` each:
    /// `packed[j]` holds output columns `4j` to `4j + 3`, the first one lowest.
    ///
    /// @param quarters four scratch rows of the length of `packed`, because loops over four
    ///   positions of one array are not vectorised
    static void pack(int[] columns, int[][] quarters, int[] packed) {
        for (int k = 0; k < 4; k++) {
            System.arraycopy(columns, k * packed.length, quarters[k], 0, packed.length);
        }
        int[] a = quarters[0];
        int[] b = quarters[1];
        int[] c = quarters[2];
        int[] d = quarters[3];
        for (int j = 0; j < packed.length; j++) {
            packed[j] = a[j] | b[j] << 8 | c[j] << 16 | d[j] << 24;
        }
    }

    /// Stores packed bytes.
    static void store(int[] packed, byte[] into, int offset, int count) {
        if (ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN) {
            MemorySegment.copy(
                    MemorySegment.ofArray(packed), 0, MemorySegment.ofArray(into), offset, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            into[offset + i] = (byte) (packed[i >> 2] >> (8 * (i & 3)));
        }
    }
}
