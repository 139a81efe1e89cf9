package com.autoclipr.libav.colour;

/// Converts CIE 1976 L*a*b* to sRGB, white mapped to white. Not thread-safe.
public final class LabColours {
    private final LightEncoding encoding = LightEncoding.srgb();
    private final Matrix3 toSrgb;

    private LabColours(Matrix3 fromLabOfD50) {
        toSrgb = Primaries.d50ToSrgb().times(fromLabOfD50);
    }

    /// L*a*b* under D50, as in ICC and Photoshop.
    public static LabColours underD50() {
        return new LabColours(Matrix3.diagonal(1, 1, 1));
    }

    /// L*a*b* under another white point; under D50 if that is not valid.
    ///
    /// @param whiteX CIE 1931 x
    /// @param whiteY CIE 1931 y
    public static LabColours under(double whiteX, double whiteY) {
        double[] white = {whiteX / whiteY, 1, (1 - whiteX - whiteY) / whiteY};
        double[] d50 = Primaries.D50;
        Matrix3 own = Matrix3.diagonal(white[0] / d50[0], 1, white[2] / d50[2]);
        Matrix3 adapted = Primaries.adaptation(white).times(own);
        boolean sane = whiteX > 0 && whiteY > 0 && whiteX + whiteY < 1 && adapted.finite();
        return sane ? new LabColours(adapted) : underD50();
    }

    /// @param colour L* (0 to 100), a* and b*; becomes red, green and blue, 0 to
    ///   [ColourTransform#SCALE]
    public void convert(double[] colour) {
        Lab.toXyz(colour);
        double[] light = toSrgb.times(colour[0], colour[1], colour[2]);
        for (int c = 0; c < 3; c++) {
            colour[c] = encoding.code((float) light[c]);
        }
    }
}
