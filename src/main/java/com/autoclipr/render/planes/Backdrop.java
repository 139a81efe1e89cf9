package com.autoclipr.render.planes;

import com.autoclipr.media.picture.ColourFacts.Matrix;
import com.autoclipr.media.picture.Plane;
import com.autoclipr.media.picture.YuvPicture;

/// The blurred backdrop of a picture that does not fill its box: its centre part with the box's
/// aspect ratio, downscaled and blurred, to be stretched over the box.
public final class Backdrop {
    /// Samples along the longer side of the downscaled picture.
    private static final int LONG_SIDE = 128;

    /// Radius of one box blur in samples; three passes approximate a Gaussian with a standard
    /// deviation of √(3 × (13² − 1) / 12) ≈ 6.5 samples, a twentieth of the picture.
    private static final int RADIUS = 6;

    private static final int PASSES = 3;

    private Backdrop() {}

    /// @param aspect display aspect ratio of the picture
    /// @param boxWidth width of the box, in any unit
    /// @param boxHeight height of the box, in the same unit
    public static YuvPicture behind(
            YuvPicture picture, double aspect, double boxWidth, double boxHeight) {
        double factor = LONG_SIDE / Math.max(boxWidth, boxHeight);
        int width = (int) Math.max(2, Math.rint(boxWidth * factor));
        int height = (int) Math.max(2, Math.rint(boxHeight * factor));
        double partX = Math.min(1, boxWidth / boxHeight / aspect);
        double partY = Math.min(1, boxHeight / boxWidth * aspect);
        Placing placing =
                new Placing(
                        middle(picture.width(), partX, width),
                        middle(picture.height(), partY, height),
                        new Region(0, 0, width, height));
        YuvScaler scaler = YuvScaler.toFullChromaOutput(picture, placing);
        YuvRaster small = scaler.newRaster();
        scaler.scale(picture, small);
        return new YuvPicture(
                blurred(small.luma(), width, height),
                blurred(small.cb(), width, height),
                blurred(small.cr(), width, height),
                0,
                0,
                1,
                1,
                Matrix.BT709,
                false);
    }

    private static AxisMap middle(int length, double part, int count) {
        return AxisMap.ofPixels(length * part / count, length * (1 - part) / 2);
    }

    private static Plane blurred(byte[] samples, int width, int height) {
        int[] from = new int[samples.length];
        int[] into = new int[samples.length];
        for (int i = 0; i < samples.length; i++) {
            from[i] = (samples[i] & 255) << 8;
        }
        for (int pass = 0; pass < PASSES; pass++) {
            for (int y = 0; y < height; y++) {
                boxBlur(from, into, y * width, 1, width);
            }
            for (int x = 0; x < width; x++) {
                boxBlur(into, from, x, width, height);
            }
        }
        byte[] result = new byte[samples.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = (byte) Math.min(255, (from[i] + 128) >> 8);
        }
        return Plane.ofBytes(result, width, height, width);
    }

    /// Moving average over `2 × RADIUS + 1` samples along one line, with edge samples repeated.
    private static void boxBlur(int[] from, int[] into, int first, int step, int count) {
        int length = 2 * RADIUS + 1;
        int sum = length / 2;
        for (int k = -RADIUS; k <= RADIUS; k++) {
            sum += from[first + Math.clamp(k, 0, count - 1) * step];
        }
        for (int i = 0; i < count; i++) {
            into[first + i * step] = sum / length;
            sum += from[first + Math.min(i + RADIUS + 1, count - 1) * step];
            sum -= from[first + Math.max(i - RADIUS, 0) * step];
        }
    }
}
