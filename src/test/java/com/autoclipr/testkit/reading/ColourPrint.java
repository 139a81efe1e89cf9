package com.autoclipr.testkit.reading;

import com.autoclipr.media.picture.ColourFacts.Matrix;
import com.autoclipr.media.picture.Picture;
import com.autoclipr.media.picture.Plane;
import com.autoclipr.media.picture.RgbaPicture;
import com.autoclipr.media.picture.YuvPicture;
import java.awt.image.BufferedImage;
import java.util.Optional;

/// The colours of a picture seen from far away: the means of 32×32 fields, row by row.
///
/// @param fields red, green, blue (on black) and alpha of each field, 0 to 255; NaN where a small
///   picture has no pixel
record ColourPrint(float[] fields) {
    /// Fields in a row, and rows.
    static final int SIDE = 32;

    private static final int MOST_SAMPLES = 512;
    private static final int CHANNELS = 4;

    /// Red, green, blue on black and alpha of a pixel, 0 to 255.
    private interface Colours {
        void at(int x, int y, double[] into);
    }

    /// @return empty if its samples mean something that cannot be converted here
    static Optional<ColourPrint> of(Picture picture) {
        return switch (picture) {
            case RgbaPicture rgba -> Optional.of(of(rgba.width(), rgba.height(), colours(rgba)));
            case YuvPicture yuv ->
                    kr(yuv.matrix()) == 0
                            ? Optional.empty()
                            : Optional.of(of(yuv.width(), yuv.height(), colours(yuv)));
        };
    }

    /// @param image in sRGB, alpha not multiplied
    static ColourPrint of(BufferedImage image) {
        return of(
                image.getWidth(),
                image.getHeight(),
                (x, y, into) -> {
                    int argb = image.getRGB(x, y);
                    int alpha = argb >>> 24;
                    into[0] = ((argb >> 16) & 0xff) * alpha / 255.0;
                    into[1] = ((argb >> 8) & 0xff) * alpha / 255.0;
                    into[2] = (argb & 0xff) * alpha / 255.0;
                    into[3] = alpha;
                });
    }

    /// @param planes green, blue and red of each field
    static ColourPrint ofPlanes(byte[] planes) {
        int plane = SIDE * SIDE;
        float[] fields = new float[CHANNELS * plane];
        for (int i = 0; i < plane; i++) {
            fields[CHANNELS * i] = planes[2 * plane + i] & 0xff;
            fields[CHANNELS * i + 1] = planes[i] & 0xff;
            fields[CHANNELS * i + 2] = planes[plane + i] & 0xff;
            fields[CHANNELS * i + 3] = 255;
        }
        return new ColourPrint(fields);
    }

    private static Colours colours(RgbaPicture rgba) {
        byte[] pixels = rgba.pixels();
        return (x, y, into) -> {
            int at = CHANNELS * (y * rgba.width() + x);
            for (int c = 0; c < CHANNELS; c++) {
                into[c] = pixels[at + c] & 0xff;
            }
        };
    }

    private static Colours colours(YuvPicture yuv) {
        double kr = kr(yuv.matrix());
        double kb = kb(yuv.matrix());
        return (x, y, into) -> {
            double luma = luma(yuv, GridPrint.sample(yuv.luma(), x, y));
            double blue = chroma(yuv, yuv.cb(), x, y);
            double red = chroma(yuv, yuv.cr(), x, y);
            into[0] = Math.clamp(luma + 2 * (1 - kr) * red, 0, 255);
            into[2] = Math.clamp(luma + 2 * (1 - kb) * blue, 0, 255);
            into[1] = Math.clamp((luma - kr * into[0] - kb * into[2]) / (1 - kr - kb), 0, 255);
            into[3] = 255;
        };
    }

    private static double luma(YuvPicture yuv, int sample) {
        double code = sample / (double) (1 << (yuv.luma().bitDepth() - 8));
        return yuv.fullRange() ? code : (code - 16) * 255 / 219;
    }

    private static double chroma(YuvPicture yuv, Plane plane, int x, int y) {
        int column = Math.min(x / yuv.chromaStepX(), plane.width() - 1);
        int row = Math.min(y / yuv.chromaStepY(), plane.height() - 1);
        double code = GridPrint.sample(plane, column, row) / (double) (1 << (plane.bitDepth() - 8));
        return yuv.fullRange() ? code - 128 : (code - 128) * 255 / 224;
    }

    private static double kr(Matrix matrix) {
        return switch (matrix.name()) {
            case "BT601" -> 0.299;
            case "BT709" -> 0.2126;
            case "BT2020" -> 0.2627;
            default -> 0;
        };
    }

    private static double kb(Matrix matrix) {
        return switch (matrix.name()) {
            case "BT601" -> 0.114;
            case "BT709" -> 0.0722;
            default -> 0.0593;
        };
    }

    private static ColourPrint of(int width, int height, Colours colours) {
        double[] sums = new double[CHANNELS * SIDE * SIDE];
        int[] counts = new int[SIDE * SIDE];
        double[] pixel = new double[CHANNELS];
        int stepX = Math.ceilDiv(width, MOST_SAMPLES);
        int stepY = Math.ceilDiv(height, MOST_SAMPLES);
        for (int y = 0; y < height; y += stepY) {
            for (int x = 0; x < width; x += stepX) {
                int field = (int) ((long) y * SIDE / height * SIDE + (long) x * SIDE / width);
                colours.at(x, y, pixel);
                for (int c = 0; c < CHANNELS; c++) {
                    sums[CHANNELS * field + c] += pixel[c];
                }
                counts[field]++;
            }
        }
        float[] fields = new float[sums.length];
        for (int i = 0; i < fields.length; i++) {
            int count = counts[i / CHANNELS];
            fields[i] = count == 0 ? Float.NaN : (float) (sums[i] / count);
        }
        return new ColourPrint(fields);
    }

    /// The mean of the differences of all fields and channels, 0 to 255.
    double distance(ColourPrint other) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < fields.length; i++) {
            float difference = Math.abs(fields[i] - other.fields[i]);
            if (!Float.isNaN(difference)) {
                sum += difference;
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    /// The farthest difference of one channel's mean over the whole picture.
    double cast(ColourPrint other) {
        double most = 0;
        for (int c = 0; c < CHANNELS; c++) {
            most = Math.max(most, Math.abs(mean(c) - other.mean(c)));
        }
        return most;
    }

    private double mean(int channel) {
        double sum = 0;
        int count = 0;
        for (int i = channel; i < fields.length; i += CHANNELS) {
            if (!Float.isNaN(fields[i])) {
                sum += fields[i];
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    /// How much the fields differ from each other, 0 for a picture of one colour.
    double contrast() {
        double most = 0;
        for (int c = 0; c < CHANNELS - 1; c++) {
            double mean = mean(c);
            double sum = 0;
            int count = 0;
            for (int i = c; i < fields.length; i += CHANNELS) {
                if (!Float.isNaN(fields[i])) {
                    sum += (fields[i] - mean) * (fields[i] - mean);
                    count++;
                }
            }
            most = Math.max(most, count == 0 ? 0 : Math.sqrt(sum / count));
        }
        return most;
    }
}
