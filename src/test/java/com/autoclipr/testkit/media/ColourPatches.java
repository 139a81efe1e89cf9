package com.autoclipr.testkit.media;

import com.autoclipr.testkit.Programs;
import com.autoclipr.testkit.TestFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A video of flat patches of known colour, and what they should be in BT.709 limited range.
///
/// 3 × 6 patches fill the 9:16 crop from the centre. Expected values are computed from the 8-bit
/// codes of the source by the formulas of ITU-R BT.601-7 §2.5 and BT.709-6 §3, without rounding in
/// between. Primaries are taken as they are: only the matrix and the range are converted.
///
/// @param matrix by which the source was made
/// @param fullRange whether the source uses 0–255
/// @param tagged whether the file says so
/// @param width pixels
/// @param height pixels
public record ColourPatches(
        Matrix matrix, boolean fullRange, boolean tagged, int width, int height) {
    public static final int COLUMNS = 3;
    public static final int ROWS = 6;

    private static final double[][] COLOURS = {
        {0.75, 0.75, 0.75}, {0.75, 0.75, 0}, {0, 0.75, 0.75},
        {0, 0.75, 0}, {0.75, 0, 0.75}, {0.75, 0, 0},
        {0, 0, 0.75}, {0, 0, 0}, {1, 1, 1},
        {0.9, 0.5, 0.4}, {0.2, 0.3, 0.6}, {0.35, 0.55, 0.2},
        {0.5, 0.5, 0.5}, {0.25, 0.25, 0.25}, {0.1, 0.1, 0.1},
        {0.95, 0.85, 0.1}, {0.6, 0.2, 0.3}, {0.1, 0.7, 0.5},
    };

    /// Coefficients of luma: red and blue.
    public enum Matrix {
        BT601(0.299, 0.114, "smpte170m"),
        BT709(0.2126, 0.0722, "bt709");

        private final double red;
        private final double blue;
        private final String tag;

        Matrix(double red, double blue, String tag) {
            this.red = red;
            this.blue = blue;
            this.tag = tag;
        }

        /// Y′ (0–1), Cb and Cr (-0.5–0.5) of R′G′B′.
        public double[] fromRgb(double[] rgb) {
            double luma = red * rgb[0] + (1 - red - blue) * rgb[1] + blue * rgb[2];
            return new double[] {
                luma, (rgb[2] - luma) / (2 * (1 - blue)), (rgb[0] - luma) / (2 * (1 - red))
            };
        }

        double[] toRgb(double[] yCbCr) {
            double r = yCbCr[0] + 2 * (1 - red) * yCbCr[2];
            double b = yCbCr[0] + 2 * (1 - blue) * yCbCr[1];
            return new double[] {r, (yCbCr[0] - red * r - blue * b) / (1 - red - blue), b};
        }
    }

    /// The middle of a patch in a picture of this size that shows the whole height of the source.
    ///
    /// @return x, y in pixels
    public static int[] middle(int patch, int pictureWidth, int pictureHeight) {
        double cropWidth = pictureHeight * 9 / 16.0;
        double x = pictureWidth / 2.0 + ((patch % COLUMNS + 0.5) / COLUMNS - 0.5) * cropWidth;
        double y = (Math.floorDiv(patch, COLUMNS) + 0.5) / ROWS * pictureHeight;
        return new int[] {(int) x, (int) y};
    }

    public static int count() {
        return COLOURS.length;
    }

    /// Y′, Cb, Cr as 8-bit codes of BT.709 limited range, not rounded.
    public double[] expected(int patch) {
        byte[] codes = codes(patch);
        double[] source = new double[3];
        for (int i = 0; i < 3; i++) {
            source[i] = ((codes[i] & 255) - offset(i, fullRange)) / scale(i, fullRange);
        }
        double[] target = Matrix.BT709.fromRgb(matrix.toRgb(source));
        for (int i = 0; i < 3; i++) {
            target[i] = offset(i, false) + scale(i, false) * target[i];
        }
        return target;
    }

    /// Y′, Cb, Cr as the source holds them.
    public double[] stored(int patch) {
        byte[] codes = codes(patch);
        return new double[] {codes[0] & 255, codes[1] & 255, codes[2] & 255};
    }

    /// One second at 25 frames a second: H.264, nearly lossless.
    public Path file() {
        return TestFolder.cached("patches", "mp4", this + Arrays.deepToString(COLOURS), this::make);
    }

    private void make(Path file) {
        String format = fullRange ? "yuvj420p" : "yuv420p";
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "-f",
                                "rawvideo",
                                "-pix_fmt",
                                format,
                                "-s",
                                width + "x" + height,
                                "-r",
                                "25",
                                "-i",
                                "-",
                                "-c:v",
                                "libx264",
                                "-preset",
                                "ultrafast",
                                "-qp",
                                "1",
                                "-pix_fmt",
                                format));
        if (tagged) {
            // As a filter: output options would make FFmpeg convert what it takes for BT.601.
            String range = fullRange ? "pc" : "tv";
            arguments.addAll(
                    List.of("-vf", Footage.tags(range, matrix.tag, matrix.tag, matrix.tag)));
        }
        arguments.add(file.toString());
        Programs.ffmpeg(arguments, this::writeFrames);
    }

    private void writeFrames(OutputStream out) throws IOException {
        byte[] frame = new byte[width * height * 3 / 2];
        int chromaWidth = width / 2;
        int chromaHeight = height / 2;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                frame[y * width + x] = codes(patchAt(x, y))[0];
            }
        }
        for (int y = 0; y < chromaHeight; y++) {
            for (int x = 0; x < chromaWidth; x++) {
                byte[] codes = codes(patchAt(2 * x, 2 * y));
                int place = width * height + y * chromaWidth + x;
                frame[place] = codes[1];
                frame[place + chromaWidth * chromaHeight] = codes[2];
            }
        }
        for (int n = 0; n < 25; n++) {
            out.write(frame);
        }
    }

    private int patchAt(int x, int y) {
        double cropWidth = height * 9 / 16.0;
        int column = (int) Math.floor((x - (width - cropWidth) / 2) / cropWidth * COLUMNS);
        return y * ROWS / height * COLUMNS + Math.clamp(column, 0, COLUMNS - 1);
    }

    private byte[] codes(int patch) {
        double[] yCbCr = matrix.fromRgb(COLOURS[patch]);
        byte[] codes = new byte[3];
        for (int i = 0; i < 3; i++) {
            long code = Math.round(offset(i, fullRange) + scale(i, fullRange) * yCbCr[i]);
            codes[i] = (byte) Math.clamp(code, 0, 255);
        }
        return codes;
    }

    private static double offset(int component, boolean full) {
        if (component > 0) {
            return 128;
        }
        return full ? 0 : 16;
    }

    private static double scale(int component, boolean full) {
        if (full) {
            return 255;
        }
        return component == 0 ? 219 : 224;
    }
}
