package com.autoclipr.testkit.reading;

import com.autoclipr.media.picture.Picture;
import com.autoclipr.media.picture.Plane;
import com.autoclipr.media.picture.RgbaPicture;
import com.autoclipr.media.picture.YuvPicture;

/// What a picture looks like from far away: the mean lightness of 8×8 fields, row by row, each 0 to
/// 255. Transparency counts as black.
///
/// @param fields 64 means
record GridPrint(float[] fields) {
    /// Fields in a row, and rows.
    static final int SIDE = 8;

    /// Bytes of a print as the `ffmpeg` program writes it.
    static final int BYTES = SIDE * SIDE;

    /// More samples of a side than this are not looked at.
    private static final int MOST_SAMPLES = 256;

    /// A sample of a picture as lightness, 0 to 255.
    private interface Lightness {
        double at(int x, int y);
    }

    /// @param limited whether black is 16 and white 235
    static GridPrint of(byte[] grey, int offset, boolean limited) {
        float[] fields = new float[BYTES];
        for (int i = 0; i < BYTES; i++) {
            int code = grey[offset + i] & 0xff;
            fields[i] = limited ? Math.clamp((code - 16) * 255f / 219, 0, 255) : code;
        }
        return new GridPrint(fields);
    }

    static GridPrint of(Picture picture) {
        return switch (picture) {
            case YuvPicture yuv -> of(yuv.width(), yuv.height(), luma(yuv));
            case RgbaPicture rgba -> of(rgba.width(), rgba.height(), grey(rgba));
        };
    }

    private static Lightness luma(YuvPicture yuv) {
        Plane plane = yuv.luma();
        double unit = 1 << (plane.bitDepth() - 8);
        double gain = yuv.fullRange() ? 1 : 255.0 / 219;
        double black = yuv.fullRange() ? 0 : 16;
        return (x, y) -> Math.clamp((sample(plane, x, y) / unit - black) * gain, 0, 255);
    }

    static int sample(Plane plane, int x, int y) {
        int index = y * plane.stride() + x;
        return plane.samples() instanceof byte[] bytes
                ? bytes[index] & 0xff
                : ((short[]) plane.samples())[index] & 0xffff;
    }

    private static Lightness grey(RgbaPicture rgba) {
        byte[] pixels = rgba.pixels();
        return (x, y) -> {
            int at = 4 * (y * rgba.width() + x);
            return 0.299 * (pixels[at] & 0xff)
                    + 0.587 * (pixels[at + 1] & 0xff)
                    + 0.114 * (pixels[at + 2] & 0xff);
        };
    }

    /// Odd, so that all places of a dither's pattern are seen.
    private static int step(int length) {
        return Math.ceilDiv(length, MOST_SAMPLES) | 1;
    }

    private static GridPrint of(int width, int height, Lightness lightness) {
        double[] sums = new double[BYTES];
        int[] counts = new int[BYTES];
        int stepX = step(width);
        int stepY = step(height);
        for (int y = 0; y < height; y += stepY) {
            for (int x = 0; x < width; x += stepX) {
                int field = y * SIDE / height * SIDE + x * SIDE / width;
                sums[field] += lightness.at(x, y);
                counts[field]++;
            }
        }
        float[] fields = new float[BYTES];
        for (int i = 0; i < BYTES; i++) {
            fields[i] = counts[i] == 0 ? Float.NaN : (float) (sums[i] / counts[i]);
        }
        return new GridPrint(fields);
    }

    /// The mean of the differences, 0 to 255. Fields that a small picture does not have are left
    /// out.
    double distance(GridPrint other) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < BYTES; i++) {
            float difference = Math.abs(fields[i] - other.fields[i]);
            if (!Float.isNaN(difference)) {
                sum += difference;
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    /// How alike two prints are whatever the curve of their light: the correlation, 1 for the same.
    /// Flat pictures are alike.
    double likeness(GridPrint other) {
        double meanA = mean();
        double meanB = other.mean();
        double both = 0;
        double a = 0;
        double b = 0;
        for (int i = 0; i < BYTES; i++) {
            double da = fields[i] - meanA;
            double db = other.fields[i] - meanB;
            if (!Double.isNaN(da + db)) {
                both += da * db;
                a += da * da;
                b += db * db;
            }
        }
        return a < BYTES || b < BYTES ? 1 : both / Math.sqrt(a * b);
    }

    private double mean() {
        double sum = 0;
        int count = 0;
        for (float field : fields) {
            if (!Float.isNaN(field)) {
                sum += field;
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }
}
