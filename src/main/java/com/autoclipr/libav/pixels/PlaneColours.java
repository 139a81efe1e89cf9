package com.autoclipr.libav.pixels;

import com.autoclipr.libav.colour.ColourTransform;
import com.autoclipr.media.picture.ColourFacts.Matrix;
import com.autoclipr.media.picture.Plane;
import com.autoclipr.media.picture.YuvPicture;

/// Converts the colours of a Y′CbCr picture in Java memory, row by row, so that a large photo takes
/// no more memory than its own planes and a second pair for chroma. Each pixel's chroma is
/// interpolated, the colour converted, and chroma taken again as the mean around its place. What
/// comes out is BT.709 of full range, of the same depth and chroma grid. For one thread.
final class PlaneColours {
    private final ColourTransform transform;
    private final YuvPicture picture;
    private final boolean grey;
    private final int width;
    private final int depth;
    private final ChromaRows chroma;
    private final int[] samples;
    private final int[] converted;
    private final float[] pb;
    private final float[] pr;

    private PlaneColours(YuvPicture picture, ColourTransform transform, boolean grey) {
        this.transform = transform;
        this.picture = picture;
        this.grey = grey;
        this.width = picture.width();
        this.depth = picture.luma().bitDepth();
        this.chroma = new ChromaRows(picture);
        this.samples = new int[transform.channels() * width];
        this.converted = new int[3 * width];
        this.pb = new float[width];
        this.pr = new float[width];
    }

    /// @param picture its luma is overwritten; its matrix is linear or reversible
    /// @param grey whether its chroma is neutral and stays so
    static YuvPicture convert(YuvPicture picture, ColourTransform transform, boolean grey) {
        return new PlaneColours(picture, transform, grey).converted();
    }

    private YuvPicture converted() {
        ChromaMeans means = grey ? null : new ChromaMeans(picture);
        for (int y = 0; y < picture.height(); y++) {
            read(y);
            transform.convert(samples, converted, width);
            write(y);
            if (means != null) {
                means.add(y, pb, pr);
            }
        }
        return new YuvPicture(
                picture.luma(),
                means == null ? picture.cb() : means.cb(),
                means == null ? picture.cr() : means.cr(),
                picture.chromaOffsetX(),
                picture.chromaOffsetY(),
                picture.chromaStepX(),
                picture.chromaStepY(),
                Matrix.BT709,
                true);
    }

    /// From Y′CbCr to the transform's samples.
    private void read(int y) {
        Plane luma = picture.luma();
        double unit = Math.scalb(1.0, depth - 8);
        double black = picture.fullRange() ? 0 : 16 * unit;
        double scale = picture.fullRange() ? Math.scalb(1.0, depth) - 1 : 219 * unit;
        float gain = (float) (ColourTransform.SCALE / scale);
        float dark = (float) black;
        int at = y * luma.stride();
        if (grey) {
            int channels = transform.channels();
            for (int x = 0; x < width; x++) {
                int code = code((sample(luma, at + x) - dark) * gain);
                for (int c = 0; c < channels; c++) {
                    samples[channels * x + c] = code;
                }
            }
            return;
        }
        chroma.interpolate(y, pb, pr);
        if (picture.matrix().reversible()) {
            readReversible(at);
            return;
        }
        Parts parts = Parts.of(picture.matrix());
        for (int x = 0; x < width; x++) {
            float level = (sample(luma, at + x) - dark) * gain;
            float b = pb[x] * ColourTransform.SCALE;
            float r = pr[x] * ColourTransform.SCALE;
            samples[3 * x] = code(level + parts.redFromPb * b + parts.redFromPr * r);
            samples[3 * x + 1] = code(level + parts.greenFromPb * b + parts.greenFromPr * r);
            samples[3 * x + 2] = code(level + parts.blueFromPb * b + parts.blueFromPr * r);
        }
    }

    /// By ITU-T H.273, equations for matrix coefficients 16 and 17.
    private void readReversible(int at) {
        int bits = depth - (picture.matrix() == Matrix.YCGCO_RE ? 2 : 1);
        float gain = (float) ColourTransform.SCALE / ((1 << bits) - 1);
        int full = (1 << depth) - 1;
        for (int x = 0; x < width; x++) {
            int greenDifference = Math.round(pb[x] * full);
            int orangeDifference = Math.round(pr[x] * full);
            int middle = sample(picture.luma(), at + x) - (greenDifference >> 1);
            int blue = middle - (orangeDifference >> 1);
            samples[3 * x] = code((blue + orangeDifference) * gain);
            samples[3 * x + 1] = code((middle + greenDifference) * gain);
            samples[3 * x + 2] = code(blue * gain);
        }
    }

    /// What the colour differences add to luma.
    private record Parts(
            float redFromPb,
            float redFromPr,
            float greenFromPb,
            float greenFromPr,
            float blueFromPb,
            float blueFromPr) {
        static Parts of(Matrix matrix) {
            if (matrix == Matrix.YCGCO) {
                return new Parts(-1, 1, 1, 0, -1, -1);
            }
            double red = 2 * (1 - matrix.red());
            double blue = 2 * (1 - matrix.blue());
            double green = 1 - matrix.red() - matrix.blue();
            return new Parts(
                    0,
                    (float) red,
                    (float) (-matrix.blue() * blue / green),
                    (float) (-matrix.red() * red / green),
                    (float) blue,
                    0);
        }
    }

    private static int code(float value) {
        return (int) Math.clamp(value + 0.5f, 0, ColourTransform.SCALE);
    }

    /// From R′G′B′ to luma, written, and colour differences, kept.
    private void write(int y) {
        float red = (float) Matrix.BT709.red();
        float blue = (float) Matrix.BT709.blue();
        float green = 1 - red - blue;
        float unit = 1f / ColourTransform.SCALE;
        float toPb = unit / (2 * (1 - blue));
        float toPr = unit / (2 * (1 - red));
        float scale = unit * ((1 << depth) - 1);
        int at = y * picture.luma().stride();
        for (int x = 0; x < width; x++) {
            float r = converted[3 * x];
            float b = converted[3 * x + 2];
            float level = red * r + green * converted[3 * x + 1] + blue * b;
            put(picture.luma(), at + x, (int) (level * scale + 0.5f));
            pb[x] = (b - level) * toPb;
            pr[x] = (r - level) * toPr;
        }
    }

    static int sample(Plane plane, int index) {
        return plane.samples() instanceof byte[] bytes
                ? bytes[index] & 0xff
                : ((short[]) plane.samples())[index] & 0xffff;
    }

    static void put(Plane plane, int index, int value) {
        if (plane.samples() instanceof byte[] bytes) {
            bytes[index] = (byte) value;
        } else {
            ((short[]) plane.samples())[index] = (short) value;
        }
    }
}
