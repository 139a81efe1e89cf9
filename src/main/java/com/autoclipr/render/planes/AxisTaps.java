package com.autoclipr.render.planes;

import java.util.Arrays;

/// The source samples and weights of each destination sample along one axis.
///
/// Catmull-Rom (cubic with a = −0.5; Keys, "Cubic convolution interpolation", 1981), widened by the
/// reduction factor for downscaling to avoid aliasing. Edge samples are repeated. The weights of
/// each destination sample are integers that sum to `unity` exactly, so flat areas stay exactly
/// flat.
final class AxisTaps {
    /// Smaller reductions use the unwidened kernel: the aliasing of the finest detail is invisible,
    /// and four taps are half the work of eight.
    private static final double WIDEN_FROM = 1.05;

    /// Number of destination samples.
    final int count;

    /// Taps per destination sample, a multiple of 4; some weights may be 0.
    final int taps;

    /// First source sample of each destination sample. At least 0; the last one, `start + taps −
    /// 1`, exceeds the source only if the source is shorter than `taps`.
    final int[] start;

    /// `weights[tap][destination sample]`.
    final int[][] weights;

    /// Whether the destination is a plain copy of consecutive source samples.
    final boolean copies;

    private AxisTaps(int[] start, int[][] weights, int unity) {
        this.count = start.length;
        this.taps = weights.length;
        this.start = start;
        this.weights = weights;
        this.copies = copies(start, weights, unity);
    }

    /// @param map destination to source
    /// @param first first destination sample
    /// @param count number of destination samples
    /// @param sourceLength number of source samples along this axis
    /// @param unity sum of the weights
    static AxisTaps of(AxisMap map, int first, int count, int sourceLength, int unity) {
        double reduction = Math.min(Math.abs(map.scale()), sourceLength);
        double widening = reduction < WIDEN_FROM ? 1 : reduction;
        double radius = 2 * widening;
        int span = (int) Math.ceil(2 * radius);
        int taps = (span + 3) / 4 * 4;
        int[] start = new int[count];
        int[][] weights = new int[taps][count];
        double[] exact = new double[taps];
        int lastStart = Math.max(0, sourceLength - taps);
        for (int i = 0; i < count; i++) {
            double centre = map.scale() * (first + i) + map.offset();
            int from = (int) Math.floor(clampFar(centre, sourceLength) - radius) + 1;
            start[i] = Math.clamp(from, 0, lastStart);
            Arrays.fill(exact, 0);
            double sum = 0;
            for (int k = 0; k < span; k++) {
                double weight = cubic((from + k - clampFar(centre, sourceLength)) / widening);
                exact[Math.clamp(from + k, 0, sourceLength - 1) - start[i]] += weight;
                sum += weight;
            }
            toWhole(exact, unity / sum, unity, weights, i);
        }
        return new AxisTaps(start, weights, unity);
    }

    /// The same taps with columns in another order: column `p` of the result is column `order[p]`.
    AxisTaps inOrder(int[] order) {
        int[] newStart = new int[order.length];
        int[][] newWeights = new int[taps][order.length];
        for (int p = 0; p < order.length; p++) {
            newStart[p] = start[order[p]];
            for (int k = 0; k < taps; k++) {
                newWeights[k][p] = weights[k][order[p]];
            }
        }
        return new AxisTaps(newStart, newWeights, -1);
    }

    /// Clamps positions far outside, where only the edge sample counts, to `int`.
    private static double clampFar(double centre, int sourceLength) {
        return Math.clamp(centre, -1e6, sourceLength + 1e6);
    }

    private static double cubic(double distance) {
        double x = Math.abs(distance);
        if (x < 1) {
            return (1.5 * x - 2.5) * x * x + 1;
        }
        return x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
    }

    /// Rounds weights and adds the rounding error to the largest one.
    private static void toWhole(double[] exact, double factor, int unity, int[][] into, int i) {
        int rest = unity;
        int largest = 0;
        for (int k = 0; k < exact.length; k++) {
            int whole = (int) Math.rint(exact[k] * factor);
            into[k][i] = whole;
            rest -= whole;
            if (whole > into[largest][i]) {
                largest = k;
            }
        }
        into[largest][i] += rest;
    }

    private static boolean copies(int[] start, int[][] weights, int unity) {
        int previous = Integer.MIN_VALUE;
        for (int i = 0; i < start.length; i++) {
            int only = -1;
            for (int k = 0; k < weights.length; k++) {
                if (weights[k][i] == unity) {
                    only = start[i] + k;
                } else if (weights[k][i] != 0) {
                    return false;
                }
            }
            if (only < 0 || (i > 0 && only != previous + 1)) {
                return false;
            }
            previous = only;
        }
        return true;
    }

    /// The source sample of destination sample 0, if [#copies].
    int firstCopied() {
        for (int k = 0; k < taps; k++) {
            if (weights[k][0] != 0) {
                return start[0] + k;
            }
        }
        throw new IllegalStateException("nothing is copied");
    }
}
