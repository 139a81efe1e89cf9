package com.autoclipr.render.filter;

/// Samples of pixels for [BoxBlur], which blurs along columns only: rows are columns of the
/// transposed picture.
final class Channels {
    private static final int HALF = 1 << (BoxBlur.BITS - 1);

    private Channels() {}

    /// The four channels of each pixel, side by side, blurred both ways.
    static short[] blurred(Pixels pixels, double sigmaX, double sigmaY) {
        int width = pixels.width();
        int height = pixels.height();
        short[] samples = new short[4 * width * height];
        for (int i = 0; i < width * height; i++) {
            int pixel = pixels.data()[i];
            samples[4 * i] = (short) ((pixel & 255) << BoxBlur.BITS);
            samples[4 * i + 1] = (short) (((pixel >>> 8) & 255) << BoxBlur.BITS);
            samples[4 * i + 2] = (short) (((pixel >>> 16) & 255) << BoxBlur.BITS);
            samples[4 * i + 3] = (short) ((pixel >>> 24) << BoxBlur.BITS);
        }
        return blurred(samples, new Plane(width, height, 4), sigmaX, sigmaY);
    }

    /// @param channels of each pixel
    record Plane(int width, int height, int channels) {
        private Plane transposed() {
            return new Plane(height, width, channels);
        }
    }

    /// @param samples changed
    static short[] blurred(short[] samples, Plane plane, double sigmaX, double sigmaY) {
        int columns = plane.width * plane.channels;
        short[] spare = new short[samples.length];
        short[] down = BoxBlur.columns(samples, spare, columns, plane.height, sigmaY);
        if (sigmaX == 0) {
            return down;
        }
        short[] turned = down == samples ? spare : samples;
        transpose(down, turned, plane);
        short[] across =
                BoxBlur.columns(turned, down, plane.height * plane.channels, plane.width, sigmaX);
        short[] result = across == down ? turned : down;
        transpose(across, result, plane.transposed());
        return result;
    }

    private static void transpose(short[] from, short[] into, Plane plane) {
        int channels = plane.channels;
        for (int y = 0; y < plane.height; y++) {
            for (int x = 0; x < plane.width; x++) {
                System.arraycopy(
                        from,
                        channels * (y * plane.width + x),
                        into,
                        channels * (x * plane.height + y),
                        channels);
            }
        }
    }

    /// A sample as a byte.
    static int code(short sample) {
        return Math.min(255, (sample + HALF) >> BoxBlur.BITS);
    }
}
