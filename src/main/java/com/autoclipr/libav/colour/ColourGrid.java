package com.autoclipr.libav.colour;

import java.nio.ByteBuffer;
import java.util.Objects;

/// A lookup table (CLUT) with three outputs over one, three or four inputs; the last input varies
/// fastest.
///
/// @param points number of points per input, at least 2
/// @param values three for each point, 0 to 1
record ColourGrid(int[] points, float[] values) {
    private static final int MOST_VALUES = 1 << 24;

    static int[] evenly(int points, int channels) {
        int[] all = new int[channels];
        java.util.Arrays.fill(all, points);
        return all;
    }

    /// @param sampleBytes 1 or 2
    /// @throws ProfileException if there are too few or too many points
    static ColourGrid read(ByteBuffer tag, int at, int[] points, int sampleBytes)
            throws ProfileException {
        long count = 3;
        for (int each : points) {
            count *= each;
            if (each < 2 || count > MOST_VALUES) {
                throw new ProfileException("damaged");
            }
        }
        if (sampleBytes != 1 && sampleBytes != 2) {
            throw new ProfileException("damaged");
        }
        Objects.checkFromIndexSize(at, (int) count * sampleBytes, tag.limit());
        float[] values = new float[(int) count];
        for (int i = 0; i < values.length; i++) {
            values[i] =
                    sampleBytes == 1
                            ? Byte.toUnsignedInt(tag.get(at + i)) / 255f
                            : Short.toUnsignedInt(tag.getShort(at + 2 * i)) / 65_535f;
        }
        return new ColourGrid(points, values);
    }

    /// The identity for three samples.
    static ColourGrid identity() {
        float[] values = new float[24];
        for (int i = 0; i < 8; i++) {
            values[3 * i] = i >> 2;
            values[3 * i + 1] = i >> 1 & 1;
            values[3 * i + 2] = i & 1;
        }
        return new ColourGrid(evenly(2, 3), values);
    }

    /// The colour at `samples` (each 0 to 1), into the first three of `into`.
    void at(double[] samples, double[] into) {
        switch (points.length) {
            case 1 -> between(samples, 0, 0, into);
            case 3 -> inCube(samples, 0, 0, into);
            default -> {
                // Between two cubes.
                int stride = 3 * points[1] * points[2] * points[3];
                double place = samples[0] * (points[0] - 1);
                int index = Math.min((int) place, points[0] - 2);
                double part = place - index;
                inCube(samples, 1, index * stride, into);
                double[] low = into.clone();
                inCube(samples, 1, (index + 1) * stride, into);
                for (int i = 0; i < 3; i++) {
                    into[i] = low[i] + part * (into[i] - low[i]);
                }
            }
        }
    }

    private void between(double[] samples, int channel, int base, double[] into) {
        double place = samples[channel] * (points[channel] - 1);
        int index = Math.min((int) place, points[channel] - 2);
        double part = place - index;
        for (int i = 0; i < 3; i++) {
            double low = values[base + 3 * index + i];
            into[i] = low + part * (values[base + 3 * (index + 1) + i] - low);
        }
    }

    /// Tetrahedral interpolation.
    private void inCube(double[] samples, int channel, int base, double[] into) {
        int[] stride = {3 * points[channel + 1] * points[channel + 2], 3 * points[channel + 2], 3};
        double[] part = new double[3];
        int at = base;
        for (int i = 0; i < 3; i++) {
            double place = samples[channel + i] * (points[channel + i] - 1);
            int index = Math.min((int) place, points[channel + i] - 2);
            part[i] = place - index;
            at += index * stride[i];
        }
        int most = part[0] >= part[1] ? (part[0] >= part[2] ? 0 : 2) : (part[1] >= part[2] ? 1 : 2);
        int least =
                part[2] <= part[1] ? (part[2] <= part[0] ? 2 : 0) : (part[1] <= part[0] ? 1 : 0);
        if (most == least) {
            most = 0;
            least = 2;
        }
        int middle = 3 - most - least;
        for (int i = 0; i < 3; i++) {
            int corner = at + i;
            double value = (1 - part[most]) * values[corner];
            corner += stride[most];
            value += (part[most] - part[middle]) * values[corner];
            corner += stride[middle];
            value += (part[middle] - part[least]) * values[corner];
            corner += stride[least];
            into[i] = value + part[least] * values[corner];
        }
    }
}
