package com.autoclipr.libav.colour;

import java.util.stream.IntStream;

/// Chromaticities (CIE 1931 x and y) of three primaries and the white point.
public record Primaries(
        double redX,
        double redY,
        double greenX,
        double greenY,
        double blueX,
        double blueY,
        double whiteX,
        double whiteY) {
    private static final double D65_X = 0.3127;
    private static final double D65_Y = 0.3290;
    private static final double C_X = 0.310;
    private static final double C_Y = 0.316;

    public static final Primaries BT709 = d65(0.640, 0.330, 0.300, 0.600, 0.150, 0.060);
    public static final Primaries BT2020 = d65(0.708, 0.292, 0.170, 0.797, 0.131, 0.046);
    public static final Primaries DISPLAY_P3 = d65(0.680, 0.320, 0.265, 0.690, 0.150, 0.060);
    public static final Primaries DCI_P3 =
            new Primaries(0.680, 0.320, 0.265, 0.690, 0.150, 0.060, 0.314, 0.351);
    public static final Primaries ADOBE_RGB = d65(0.640, 0.330, 0.210, 0.710, 0.150, 0.060);
    public static final Primaries BT470M =
            new Primaries(0.67, 0.33, 0.21, 0.71, 0.14, 0.08, C_X, C_Y);
    public static final Primaries FILM =
            new Primaries(0.681, 0.319, 0.243, 0.692, 0.145, 0.049, C_X, C_Y);

    /// SMPTE ST 428-1: the samples are CIE XYZ.
    public static final Primaries XYZ = new Primaries(1, 0, 0, 1, 0, 0, 1.0 / 3, 1.0 / 3);

    /// CIE XYZ of D50, the white point of the ICC profile connection space.
    static final double[] D50 = {0.9642, 1, 0.8249};

    private static final Matrix3 BRADFORD =
            Matrix3.of(0.8951, 0.2664, -0.1614, -0.7502, 1.7135, 0.0367, 0.0389, -0.0685, 1.0296);

    private static Primaries d65(
            double redX, double redY, double greenX, double greenY, double... blue) {
        return new Primaries(redX, redY, greenX, greenY, blue[0], blue[1], D65_X, D65_Y);
    }

    /// Whether all chromaticities differ by less than 0.001, which no 8-bit picture shows.
    public boolean isNear(Primaries other) {
        double[] own = chromaticities();
        double[] others = other.chromaticities();
        return IntStream.range(0, own.length).allMatch(i -> Math.abs(own[i] - others[i]) < 0.001);
    }

    private double[] chromaticities() {
        return new double[] {redX, redY, greenX, greenY, blueX, blueY, whiteX, whiteY};
    }

    /// Linear light → XYZ under D50, by Bradford adaptation. Not finite for degenerate
    /// chromaticities.
    Matrix3 toD50() {
        Matrix3 shape =
                Matrix3.of(
                        redX,
                        greenX,
                        blueX,
                        redY,
                        greenY,
                        blueY,
                        z(redX, redY),
                        z(greenX, greenY),
                        z(blueX, blueY));
        double[] white = {whiteX / whiteY, 1, z(whiteX, whiteY) / whiteY};
        double[] sums = shape.inverse().times(white[0], white[1], white[2]);
        return adaptation(white).times(shape.times(Matrix3.diagonal(sums[0], sums[1], sums[2])));
    }

    private static double z(double x, double y) {
        return 1 - x - y;
    }

    /// XYZ under another white point with Y = 1 → XYZ under D50, by Bradford adaptation.
    static Matrix3 adaptation(double[] white) {
        double[] from = BRADFORD.times(white[0], white[1], white[2]);
        double[] to = BRADFORD.times(D50[0], D50[1], D50[2]);
        Matrix3 gain = Matrix3.diagonal(to[0] / from[0], to[1] / from[1], to[2] / from[2]);
        return BRADFORD.inverse().times(gain.times(BRADFORD));
    }

    /// XYZ under D50 → linear light of sRGB.
    static Matrix3 d50ToSrgb() {
        return BT709.toD50().inverse();
    }
}
