package com.autoclipr.libav.colour;

import java.nio.ByteBuffer;
import java.util.Objects;

/// A transform from device samples to the profile connection space by tables: the types `mft1`,
/// `mft2` and `mAB` of `A2B0`.
///
/// @param first curves of the device samples
/// @param grid the CLUT
/// @param second curves after the grid, before `matrix`
/// @param matrix three rows of three, then the offsets
/// @param last curves after the matrix
/// @param pcs encoding of the results
record IccTable(
        ToneCurve[] first,
        ColourGrid grid,
        ToneCurve[] second,
        double[] matrix,
        ToneCurve[] last,
        Connection pcs) {
    private static final double[] NO_MATRIX = {1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0};
    private static final int MATRIX_BYTES = 48;

    /// Encodings of the profile connection space as numbers of 0 to 1.
    enum Connection {
        XYZ,
        LAB,
        /// 16-bit Lab of version 2, whose white is 0xff00.
        LAB_OF_VERSION_2
    }

    /// @param channels number of device samples
    /// @throws ProfileException if it is invalid or has another number of samples
    static IccTable of(ByteBuffer tag, boolean lab, int channels) throws ProfileException {
        String type = IccProfile.letters(tag, 0);
        if (tag.get(8) != channels || tag.get(9) != 3) {
            throw new ProfileException("damaged");
        }
        return switch (type) {
            case "mft1" -> bytes(tag, lab, channels);
            case "mft2" -> words(tag, lab, channels);
            case "mAB " -> parts(tag, lab, channels);
            default -> throw new ProfileException("damaged");
        };
    }

    private static IccTable bytes(ByteBuffer tag, boolean lab, int channels)
            throws ProfileException {
        int points = Byte.toUnsignedInt(tag.get(10));
        int at = MATRIX_BYTES;
        ToneCurve[] first = byteCurves(tag, at, channels);
        at += 256 * channels;
        ColourGrid grid = ColourGrid.read(tag, at, ColourGrid.evenly(points, channels), 1);
        at += grid.values().length;
        return new IccTable(
                first,
                grid,
                byteCurves(tag, at, 3),
                NO_MATRIX,
                none(),
                lab ? Connection.LAB : Connection.XYZ);
    }

    private static ToneCurve[] byteCurves(ByteBuffer tag, int at, int count) {
        Objects.checkFromIndexSize(at, 256 * count, tag.limit());
        ToneCurve[] curves = new ToneCurve[count];
        for (int c = 0; c < count; c++) {
            double[] values = new double[256];
            for (int i = 0; i < 256; i++) {
                values[i] = Byte.toUnsignedInt(tag.get(at + 256 * c + i)) / 255.0;
            }
            curves[c] = ToneCurve.table(values);
        }
        return curves;
    }

    private static IccTable words(ByteBuffer tag, boolean lab, int channels)
            throws ProfileException {
        int points = Byte.toUnsignedInt(tag.get(10));
        int firstEntries = Short.toUnsignedInt(tag.getShort(MATRIX_BYTES));
        int lastEntries = Short.toUnsignedInt(tag.getShort(MATRIX_BYTES + 2));
        if (firstEntries < 2 || lastEntries < 2) {
            throw new ProfileException("damaged");
        }
        int at = MATRIX_BYTES + 4;
        ToneCurve[] first = wordCurves(tag, at, channels, firstEntries);
        at += 2 * channels * firstEntries;
        ColourGrid grid = ColourGrid.read(tag, at, ColourGrid.evenly(points, channels), 2);
        at += 2 * grid.values().length;
        return new IccTable(
                first,
                grid,
                wordCurves(tag, at, 3, lastEntries),
                NO_MATRIX,
                none(),
                lab ? Connection.LAB_OF_VERSION_2 : Connection.XYZ);
    }

    private static ToneCurve[] wordCurves(ByteBuffer tag, int at, int count, int entries) {
        ToneCurve[] curves = new ToneCurve[count];
        for (int c = 0; c < count; c++) {
            curves[c] = ToneCurve.table(IccCurves.words(tag, at + 2 * c * entries, entries));
        }
        return curves;
    }

    /// Version 4: all parts but the last curves are optional; without a CLUT, the device has three
    /// samples.
    private static IccTable parts(ByteBuffer tag, boolean lab, int channels)
            throws ProfileException {
        int last = tag.getInt(12);
        int matrixAt = tag.getInt(16);
        int second = tag.getInt(20);
        int gridAt = tag.getInt(24);
        int first = tag.getInt(28);
        if (gridAt == 0 && channels != 3) {
            throw new ProfileException("damaged");
        }
        double[] matrix = NO_MATRIX;
        if (matrixAt != 0) {
            matrix = new double[12];
            for (int i = 0; i < 12; i++) {
                matrix[i] = IccCurves.fixed(tag, matrixAt + 4 * i);
            }
        }
        return new IccTable(
                gridAt == 0 ? none() : curves(tag, first, channels),
                gridAt == 0 ? ColourGrid.identity() : grid(tag, gridAt, channels),
                curves(tag, second, 3),
                matrix,
                curves(tag, last, 3),
                lab ? Connection.LAB : Connection.XYZ);
    }

    private static ColourGrid grid(ByteBuffer tag, int at, int channels) throws ProfileException {
        int[] points = new int[channels];
        for (int i = 0; i < channels; i++) {
            points[i] = Byte.toUnsignedInt(tag.get(at + i));
        }
        return ColourGrid.read(tag, at + 20, points, tag.get(at + 16));
    }

    private static ToneCurve[] curves(ByteBuffer tag, int start, int count)
            throws ProfileException {
        ToneCurve[] curves = new ToneCurve[count];
        int at = start;
        for (int i = 0; i < count; i++) {
            if (start == 0) {
                curves[i] = ToneCurve.LINEAR;
            } else {
                ByteBuffer curve = tag.slice(at, tag.limit() - at);
                curves[i] = IccCurves.read(curve);
                at += (IccCurves.bytes(curve) + 3) & ~3;
            }
        }
        return curves;
    }

    private static ToneCurve[] none() {
        return new ToneCurve[] {ToneCurve.LINEAR, ToneCurve.LINEAR, ToneCurve.LINEAR};
    }
}
