package com.autoclipr.render.planes;

import com.autoclipr.media.ColourFacts.Matrix;
import com.autoclipr.media.YuvPicture;

/// How Y′CbCr of a source becomes BT.709 limited, in units of 8-bit codes:
///
/// `Y₇₀₉ = lumaGain × Y + lumaFromCb × (Cb − 128) + lumaFromCr × (Cr − 128) + lumaOffset` and
/// `Cb₇₀₉ − 128 = cbFromCb × (Cb − 128) + cbFromCr × (Cr − 128)`, likewise for Cr.
///
/// From the constants of ITU-R BT.601, BT.709 and BT.2020 (non-constant luminance): Y′CbCr of the
/// source → R′G′B′ → Y′CbCr of BT.709. Primaries are left alone, as players do with SDR.
record ColourMatrix(
        double lumaGain,
        double lumaOffset,
        double lumaFromCb,
        double lumaFromCr,
        double cbFromCb,
        double cbFromCr,
        double crFromCb,
        double crFromCr) {

    /// Leaves samples what they are.
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
        Weights from = Weights.of(matrix);
        Weights to = Weights.of(Matrix.BT709);
        double redFromPr = 2 * (1 - from.red);
        double blueFromPb = 2 * (1 - from.blue);
        double greenFromPb = -from.blue * blueFromPb / from.green();
        double greenFromPr = -from.red * redFromPr / from.green();
        double lumaFromPb = to.green() * greenFromPb + to.blue * blueFromPb;
        double lumaFromPr = to.red * redFromPr + to.green() * greenFromPr;
        double toPb = 1 / (2 * (1 - to.blue));
        double toPr = 1 / (2 * (1 - to.red));
        double chroma = 224 / chromaScale;
        return new ColourMatrix(
                219 / lumaScale,
                fullRange ? 16 : 0,
                lumaFromPb * 219 / chromaScale,
                lumaFromPr * 219 / chromaScale,
                (blueFromPb - lumaFromPb) * toPb * chroma,
                -lumaFromPr * toPb * chroma,
                -lumaFromPb * toPr * chroma,
                (redFromPr - lumaFromPr) * toPr * chroma);
    }

    /// Whether luma takes part of chroma, and the two chroma planes mix.
    boolean mixes() {
        return lumaFromCb != 0 || lumaFromCr != 0;
    }

    /// Whether samples of BT.709 limited come out as they went in.
    boolean changesNothing() {
        return !mixes() && lumaGain == 1 && cbFromCb == 1;
    }

    /// The largest code of full range, in units of 8-bit codes: 255 for 8 bits, 255.75 for 10.
    static double fullScale(int bitDepth) {
        return (Math.scalb(1.0, bitDepth) - 1) / Math.scalb(1.0, bitDepth - 8);
    }

    /// Luma's parts of red and blue; green has the rest.
    record Weights(double red, double blue) {
        static Weights of(Matrix matrix) {
            return switch (matrix) {
                case BT601 -> new Weights(0.299, 0.114);
                case BT709 -> new Weights(0.2126, 0.0722);
                case BT2020 -> new Weights(0.2627, 0.0593);
                case RGB -> throw new IllegalArgumentException("R′G′B′ has no Y′CbCr matrix");
            };
        }

        double green() {
            return 1 - red - blue;
        }
    }
}
