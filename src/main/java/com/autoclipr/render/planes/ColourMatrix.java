package com.autoclipr.render.planes;

import com.autoclipr.media.picture.ColourFacts.Matrix;
import com.autoclipr.media.picture.YuvPicture;

/// Conversion from a source's Y′CbCr to limited BT.709, in units of 8-bit codes:
///
/// `Y₇₀₉ = lumaGain × Y + lumaFromCb × (Cb − 128) + lumaFromCr × (Cr − 128) + lumaOffset` and
/// `Cb₇₀₉ − 128 = cbFromCb × (Cb − 128) + cbFromCr × (Cr − 128)`, likewise for Cr.
///
/// Derived from the constants of ITU-T H.273: source Y′CbCr → R′G′B′ → BT.709 Y′CbCr. Primaries are
/// unchanged; anything that needs more was converted before.
record ColourMatrix(
        double lumaGain,
        double lumaOffset,
        double lumaFromCb,
        double lumaFromCr,
        double cbFromCb,
        double cbFromCr,
        double crFromCb,
        double crFromCr) {

    /// The identity.
    static final ColourMatrix NONE = of(Matrix.BT709, false, 8);

    static ColourMatrix of(YuvPicture picture) {
        return of(picture.matrix(), picture.fullRange(), picture.luma().bitDepth());
    }

    static ColourMatrix of(Matrix matrix, boolean fullRange, int bitDepth) {
        double fullScale = fullScale(bitDepth);
        double lumaScale = fullRange ? fullScale : 219;
        double chromaScale = fullRange ? fullScale : 224;
        if (matrix == Matrix.BT709) {
            double gain = 224 / chromaScale;
            return new ColourMatrix(219 / lumaScale, fullRange ? 16 : 0, 0, 0, gain, 0, 0, gain);
        }
        Chroma from = Chroma.of(matrix);
        Weights to = Weights.of(Matrix.BT709);
        double redFromPr = from.redFromPr();
        double blueFromPb = from.blueFromPb();
        double greenFromPb = from.greenFromPb();
        double greenFromPr = from.greenFromPr();
        double lumaFromPb =
                to.green() * greenFromPb + to.blue * blueFromPb + to.red * from.redFromPb();
        double lumaFromPr =
                to.red * redFromPr + to.green() * greenFromPr + to.blue * from.blueFromPr();
        double toPb = 1 / (2 * (1 - to.blue));
        double toPr = 1 / (2 * (1 - to.red));
        double chroma = 224 / chromaScale;
        return new ColourMatrix(
                219 / lumaScale,
                fullRange ? 16 : 0,
                lumaFromPb * 219 / chromaScale,
                lumaFromPr * 219 / chromaScale,
                (blueFromPb - lumaFromPb) * toPb * chroma,
                (from.blueFromPr() - lumaFromPr) * toPb * chroma,
                (from.redFromPb() - lumaFromPb) * toPr * chroma,
                (redFromPr - lumaFromPr) * toPr * chroma);
    }

    /// Whether it mixes planes.
    boolean mixes() {
        return lumaFromCb != 0 || lumaFromCr != 0;
    }

    /// The largest full-range code, in units of 8-bit codes: 255 for 8 bits, 255.75 for 10.
    static double fullScale(int bitDepth) {
        return (Math.scalb(1.0, bitDepth) - 1) / Math.scalb(1.0, bitDepth - 8);
    }

    /// Contributions of the colour differences, in −0.5 to 0.5, to red, green and blue.
    record Chroma(
            double redFromPb,
            double redFromPr,
            double greenFromPb,
            double greenFromPr,
            double blueFromPb,
            double blueFromPr) {
        static Chroma of(Matrix matrix) {
            if (matrix == Matrix.YCGCO) {
                return new Chroma(-1, 1, 1, 0, -1, -1);
            }
            Weights weights = Weights.of(matrix);
            double red = 2 * (1 - weights.red);
            double blue = 2 * (1 - weights.blue);
            return new Chroma(
                    0,
                    red,
                    -weights.blue * blue / weights.green(),
                    -weights.red * red / weights.green(),
                    blue,
                    0);
        }
    }

    /// Weights of red and blue in luma; green has the rest.
    record Weights(double red, double blue) {
        static Weights of(Matrix matrix) {
            if (!matrix.linear()) {
                throw new IllegalArgumentException(matrix + " is no Y′CbCr matrix");
            }
            return new Weights(matrix.red(), matrix.blue());
        }

        double green() {
            return 1 - red - blue;
        }
    }
}
