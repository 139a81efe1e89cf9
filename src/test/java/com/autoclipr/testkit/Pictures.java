package com.autoclipr.testkit;

import com.autoclipr.media.picture.ColourFacts.Matrix;
import com.autoclipr.media.picture.Plane;
import com.autoclipr.media.picture.RgbaPicture;
import com.autoclipr.media.picture.YuvPicture;

/// Pictures made by formulas.
public final class Pictures {
    private Pictures() {}

    /// A value between 0 and 1 for a point, in luma pixels of the picture (continuous coordinates).
    @FunctionalInterface
    public interface Pattern {
        double at(double x, double y);
    }

    /// R′G′B′, each 0 to 1, for a point.
    @FunctionalInterface
    public interface Colours {
        double[] at(double x, double y);
    }

    /// How samples are stored.
    public record Format(Matrix matrix, boolean fullRange, int bitDepth) {
        public static final Format USUAL = new Format(Matrix.BT709, false, 8);
    }

    /// A 4:2:0 picture, chroma sited left, of colours given by point.
    public static YuvPicture yuv(int width, int height, Format format, Colours colours) {
        double kr = kr(format.matrix);
        double kb = kb(format.matrix);
        Pattern luma =
                (x, y) -> {
                    double[] c = colours.at(x, y);
                    return kr * c[0] + (1 - kr - kb) * c[1] + kb * c[2];
                };
        Pattern blue = (x, y) -> (colours.at(x, y)[2] - luma.at(x, y)) / (2 * (1 - kb));
        Pattern red = (x, y) -> (colours.at(x, y)[0] - luma.at(x, y)) / (2 * (1 - kr));
        return new YuvPicture(
                plane(width, height, format, (x, y) -> lumaCode(luma.at(x + 0.5, y + 0.5), format)),
                plane(
                        width / 2,
                        height / 2,
                        format,
                        (x, y) -> chromaCode(blue.at(2 * x + 0.5, 2 * y + 1), format)),
                plane(
                        width / 2,
                        height / 2,
                        format,
                        (x, y) -> chromaCode(red.at(2 * x + 0.5, 2 * y + 1), format)),
                0,
                0.5,
                2,
                2,
                format.matrix,
                format.fullRange);
    }

    /// Grey given by point, BT.709 limited.
    public static YuvPicture grey(int width, int height, Pattern pattern) {
        return yuv(
                width,
                height,
                Format.USUAL,
                (x, y) -> {
                    double value = pattern.at(x, y);
                    return new double[] {value, value, value};
                });
    }

    /// R′G′B′A given by point, not premultiplied: four values each, 0 to 1.
    public static RgbaPicture rgba(int width, int height, Colours colours) {
        byte[] pixels = new byte[4 * width * height];
        boolean opaque = true;
        for (int i = 0; i < width * height; i++) {
            double[] c = colours.at(i % width + 0.5, Math.floorDiv(i, width) + 0.5);
            for (int k = 0; k < 3; k++) {
                pixels[4 * i + k] = (byte) Math.round(255 * c[k] * c[3]);
            }
            pixels[4 * i + 3] = (byte) Math.round(255 * c[3]);
            opaque &= c[3] == 1;
        }
        return new RgbaPicture(pixels, width, height, opaque);
    }

    private static Plane plane(int width, int height, Format format, Pattern codes) {
        if (format.bitDepth == 8) {
            byte[] samples = new byte[width * height];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (byte) Math.round(codes.at(i % width, Math.floorDiv(i, width)));
            }
            return Plane.ofBytes(samples, width, height, width);
        }
        short[] samples = new short[width * height];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) Math.round(codes.at(i % width, Math.floorDiv(i, width)));
        }
        return Plane.ofShorts(samples, width, height, width, format.bitDepth);
    }

    private static double lumaCode(double value, Format format) {
        double unit = 1 << (format.bitDepth - 8);
        double full = (1 << format.bitDepth) - 1;
        return format.fullRange ? value * full : (16 + 219 * value) * unit;
    }

    private static double chromaCode(double value, Format format) {
        double unit = 1 << (format.bitDepth - 8);
        double full = (1 << format.bitDepth) - 1;
        double scale = format.fullRange ? full : 224 * unit;
        return Math.clamp(128 * unit + value * scale, 0, full);
    }

    private static double kr(Matrix matrix) {
        return matrix == Matrix.RGB ? Matrix.BT709.red() : matrix.red();
    }

    private static double kb(Matrix matrix) {
        return matrix == Matrix.RGB ? Matrix.BT709.blue() : matrix.blue();
    }
}
