package com.autoclipr.render.filter;

/// A picture of half the size, or less, and the way back. Averaging and interpolation blur a
/// little, which the blur between them leaves out.
final class Shrunk {
    private Shrunk() {}

    /// The mean of each square of 2^`halvings` pixels.
    static Pixels by(Pixels pixels, int halvings) {
        Pixels smaller = pixels;
        for (int i = 0; i < halvings; i++) {
            smaller = half(smaller);
        }
        return smaller;
    }

    private static Pixels half(Pixels from) {
        int width = (from.width() + 1) / 2;
        int height = (from.height() + 1) / 2;
        int[] half = new int[width * height];
        int[] data = from.data();
        for (int y = 0; y < height; y++) {
            int upper = 2 * y * from.width();
            boolean last = 2 * y + 1 >= from.height();
            for (int x = 0; x < width; x++) {
                int left = upper + 2 * x;
                boolean end = 2 * x + 1 >= from.width();
                int right = end ? 0 : data[left + 1];
                int below = last ? 0 : data[left + from.width()];
                int corner = end || last ? 0 : data[left + from.width() + 1];
                half[y * width + x] = mean(data[left], right, below, corner);
            }
        }
        return new Pixels(half, width, height);
    }

    /// Two channels at a time, sixteen bits each.
    private static int mean(int a, int b, int c, int d) {
        int mask = 0x00ff00ff;
        int even = (a & mask) + (b & mask) + (c & mask) + (d & mask) + 0x00020002;
        int odd =
                ((a >>> 8) & mask)
                        + ((b >>> 8) & mask)
                        + ((c >>> 8) & mask)
                        + ((d >>> 8) & mask)
                        + 0x00020002;
        return ((even >>> 2) & mask) | (((odd >>> 2) & mask) << 8);
    }

    /// The standard deviation that is left to do in the smaller picture: variances add up.
    static double sigma(double sigma, int halvings) {
        double size = 1 << halvings;
        double averaging = (size * size - 1) / 12;
        double interpolation = size * size / 6;
        return Math.sqrt(Math.max(0, sigma * sigma - averaging - interpolation)) / size;
    }

    /// The picture in its old size, linearly interpolated; beyond its edges there is nothing.
    ///
    /// @param samples four channels of each pixel
    record Enlarged(short[] samples, int width, int height, int halvings) {
        /// @param into four samples of each pixel
        void row(int y, short[] into) {
            int size = 1 << halvings;
            // Centres of the large pixels between centres of the small ones, in halves.
            int placeY = 2 * y + 1 - size;
            int upper = Math.floorDiv(placeY, 2 * size);
            int partY = Math.floorMod(placeY, 2 * size);
            int pixels = into.length / 4;
            for (int x = 0; x < pixels; x++) {
                int placeX = 2 * x + 1 - size;
                int left = Math.floorDiv(placeX, 2 * size);
                int partX = Math.floorMod(placeX, 2 * size);
                for (int c = 0; c < 4; c++) {
                    int above = between(at(left, upper, c), at(left + 1, upper, c), partX);
                    int below = between(at(left, upper + 1, c), at(left + 1, upper + 1, c), partX);
                    into[4 * x + c] = (short) between(above, below, partY);
                }
            }
        }

        private int at(int x, int y, int channel) {
            boolean inside = x >= 0 && y >= 0 && x < width && y < height;
            return inside ? samples[4 * (y * width + x) + channel] : 0;
        }

        private int between(int one, int other, int part) {
            int whole = 2 << halvings;
            return (one * (whole - part) + other * part + whole / 2) >> (halvings + 1);
        }
    }
}
