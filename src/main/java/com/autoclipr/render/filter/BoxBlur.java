package com.autoclipr.render.filter;

/// A Gaussian blur of samples by three box filters whose width is a fraction (Gwosdek, Grewenig,
/// Bruhn and Weickert: "Theoretical foundations of Gaussian convolution by extended box filtering",
/// 2011): the standard deviation is exact, so that one that grows slowly does not jump. Beyond the
/// edges all samples are 0.
final class BoxBlur {
    private static final int PASSES = 3;

    /// Fixed-point fraction of samples.
    static final int BITS = 7;

    private BoxBlur() {}

    /// From how far away samples are mixed.
    static int reach(double sigma) {
        return sigma == 0 ? 0 : PASSES * (radius(sigma) + 1);
    }

    private static int radius(double sigma) {
        return (int) Math.floor(Math.sqrt(12 * sigma * sigma / PASSES + 1) / 2 - 0.5);
    }

    /// Blurs along columns, `width` of them side by side.
    ///
    /// @param samples `width × height`, 0 to 255 · 2^[#BITS]
    /// @param spare of the same size, of any content
    /// @return whichever of the two has the result
    static short[] columns(short[] samples, short[] spare, int width, int height, double sigma) {
        if (sigma == 0) {
            return samples;
        }
        int radius = radius(sigma);
        double variance = sigma * sigma / PASSES;
        double inner = 2 * radius + 1;
        double edge =
                inner
                        * (radius * (radius + 1) - 3 * variance)
                        / (6 * (variance - (double) (radius + 1) * (radius + 1)));
        float weight = (float) (1 / (inner + 2 * edge));
        float edgeWeight = (float) (edge / (inner + 2 * edge));
        int[] sums = new int[width];
        short[] from = samples;
        short[] into = spare;
        for (int pass = 0; pass < PASSES; pass++) {
            new Pass(from, into, width, height).run(radius, weight, edgeWeight, sums);
            short[] done = into;
            into = from;
            from = done;
        }
        return from;
    }

    private record Pass(short[] from, short[] into, int width, int height) {
        private void run(int radius, float weight, float edgeWeight, int[] sums) {
            java.util.Arrays.fill(sums, 0);
            for (int y = 0; y <= Math.min(radius, height - 1); y++) {
                add(y, sums);
            }
            for (int y = 0; y < height; y++) {
                write(y, radius, weight, edgeWeight, sums);
                if (y - radius >= 0) {
                    subtract(y - radius, sums);
                }
                if (y + radius + 1 < height) {
                    add(y + radius + 1, sums);
                }
            }
        }

        private void add(int row, int[] sums) {
            int at = row * width;
            for (int x = 0; x < sums.length; x++) {
                sums[x] += from[at + x];
            }
        }

        private void subtract(int row, int[] sums) {
            int at = row * width;
            for (int x = 0; x < sums.length; x++) {
                sums[x] -= from[at + x];
            }
        }

        private void write(int row, int radius, float weight, float edgeWeight, int[] sums) {
            int above = row - radius - 1;
            int below = row + radius + 1;
            int at = row * width;
            for (int x = 0; x < sums.length; x++) {
                into[at + x] = (short) (int) (sums[x] * weight + 0.5f);
            }
            if (above >= 0) {
                addEdge(above * width, at, edgeWeight);
            }
            if (below < height) {
                addEdge(below * width, at, edgeWeight);
            }
        }

        private void addEdge(int edge, int at, float edgeWeight) {
            for (int x = 0; x < width; x++) {
                into[at + x] += (short) (int) (from[edge + x] * edgeWeight + 0.5f);
            }
        }
    }
}
