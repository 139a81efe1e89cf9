package com.autoclipr.libav.colour;

import java.util.Arrays;

/// A transform by the tables of a profile.
final class TableTransform implements ColourTransform {
    private final LightEncoding encoding = LightEncoding.srgb();
    private final Matrix3 toSrgb = Primaries.d50ToSrgb();
    private final IccTable table;
    private final float[][] first;
    private final double[] samples;
    private final double[] colour = new double[3];
    private final int[] before;
    private final int[] after = new int[3];

    TableTransform(IccTable table) {
        this.table = table;
        int channels = table.first().length;
        this.samples = new double[channels];
        this.before = new int[channels];
        this.first = new float[channels][];
        for (int c = 0; c < channels; c++) {
            first[c] = table.first()[c].sampled();
        }
        compute();
    }

    @Override
    public int channels() {
        return samples.length;
    }

    /// Neighbouring pixels are often equal, and the computation is slow.
    @Override
    public void convert(int[] from, int[] to, int pixels) {
        int channels = samples.length;
        for (int i = 0; i < pixels; i++) {
            int end = channels * i + channels;
            if (!Arrays.equals(from, channels * i, end, before, 0, channels)) {
                System.arraycopy(from, channels * i, before, 0, channels);
                compute();
            }
            System.arraycopy(after, 0, to, 3 * i, 3);
        }
    }

    /// From `before` to `after`.
    private void compute() {
        for (int c = 0; c < samples.length; c++) {
            samples[c] = Math.clamp(first[c][before[c]], 0f, 1f);
        }
        table.grid().at(samples, colour);
        for (int c = 0; c < 3; c++) {
            colour[c] = table.second()[c].at(within(colour[c]));
        }
        double[] m = table.matrix();
        double a = m[0] * colour[0] + m[1] * colour[1] + m[2] * colour[2] + m[9];
        double b = m[3] * colour[0] + m[4] * colour[1] + m[5] * colour[2] + m[10];
        double c = m[6] * colour[0] + m[7] * colour[1] + m[8] * colour[2] + m[11];
        colour[0] = table.last()[0].at(within(a));
        colour[1] = table.last()[1].at(within(b));
        colour[2] = table.last()[2].at(within(c));
        connect();
        double[] light = toSrgb.times(colour[0], colour[1], colour[2]);
        for (int i = 0; i < 3; i++) {
            after[i] = encoding.code((float) light[i]);
        }
    }

    /// Converts numbers of 0 to 1 to X, Y and Z.
    private void connect() {
        switch (table.pcs()) {
            case XYZ -> {
                for (int i = 0; i < 3; i++) {
                    colour[i] *= 65_535.0 / 32_768;
                }
            }
            case LAB -> {
                colour[0] *= 100;
                colour[1] = colour[1] * 255 - 128;
                colour[2] = colour[2] * 255 - 128;
                Lab.toXyz(colour);
            }
            case LAB_OF_VERSION_2 -> {
                colour[0] *= 100 * 65_535.0 / 65_280;
                colour[1] = colour[1] * 65_535 / 256 - 128;
                colour[2] = colour[2] * 65_535 / 256 - 128;
                Lab.toXyz(colour);
            }
        }
    }

    private static double within(double value) {
        return value > 0 ? Math.min(value, 1) : 0;
    }
}
