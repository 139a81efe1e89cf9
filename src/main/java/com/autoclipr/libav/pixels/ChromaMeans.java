package com.autoclipr.libav.pixels;

import com.autoclipr.media.picture.Plane;
import com.autoclipr.media.picture.YuvPicture;

/// Averages the colour differences of luma rows to chroma planes: each sample is the mean within
/// half a step of its position; values on the border count half.
final class ChromaMeans {
    private final YuvPicture picture;
    private final Plane cb;
    private final Plane cr;
    private final int rows;

    /// Sums of two chroma rows, even and odd.
    private final float[][] sumsOfPb;

    private final float[][] sumsOfPr;
    private final float[] weights = new float[2];
    private final int[] first;
    private final int[] end;
    private int next;

    ChromaMeans(YuvPicture like) {
        this.picture = like;
        this.cb = empty(like.cb());
        this.cr = empty(like.cr());
        this.rows = cb.height();
        this.sumsOfPb = new float[2][cb.width()];
        this.sumsOfPr = new float[2][cb.width()];
        this.first = new int[cb.width()];
        this.end = new int[cb.width()];
        for (int c = 0; c < first.length; c++) {
            double centre = like.chromaOffsetX() + c * like.chromaStepX();
            first[c] = (int) Math.ceil(centre - like.chromaStepX() / 2.0);
            end[c] = (int) Math.floor(centre + like.chromaStepX() / 2.0) + 1;
        }
    }

    private static Plane empty(Plane like) {
        int count = like.width() * like.height();
        Object samples = like.bitDepth() == 8 ? new byte[count] : new short[count];
        return new Plane(samples, like.width(), like.height(), like.width(), like.bitDepth());
    }

    /// Rows must be added in order.
    void add(int y, float[] pb, float[] pr) {
        for (int row = next; row < Math.min(next + 2, rows); row++) {
            float weight = weight(y - centre(row), picture.chromaStepY());
            if (weight > 0) {
                weights[row & 1] += weight;
                addTo(sumsOfPb[row & 1], pb, weight);
                addTo(sumsOfPr[row & 1], pr, weight);
            }
        }
        boolean last = y == picture.height() - 1;
        while (next < rows && (last || y + 1 > centre(next) + picture.chromaStepY() / 2.0)) {
            finish(next++);
        }
    }

    private double centre(int row) {
        return picture.chromaOffsetY() + (double) row * picture.chromaStepY();
    }

    private static float weight(double distance, int step) {
        double border = step / 2.0 - Math.abs(distance);
        return border > 0 ? 1 : border == 0 ? 0.5f : 0;
    }

    private void addTo(float[] sums, float[] values, float weight) {
        int step = picture.chromaStepX();
        for (int c = 0; c < sums.length; c++) {
            if (step == 1) {
                sums[c] += weight * values[c];
                continue;
            }
            double centre = picture.chromaOffsetX() + c * step;
            float sum = 0;
            float count = 0;
            for (int x = Math.max(0, first[c]); x < Math.min(values.length, end[c]); x++) {
                float part = weight(x - centre, step);
                sum += part * values[x];
                count += part;
            }
            sums[c] += count > 0 ? weight * sum / count : weight * values[values.length - 1];
        }
    }

    private void finish(int row) {
        write(cb, row, sumsOfPb[row & 1]);
        write(cr, row, sumsOfPr[row & 1]);
        weights[row & 1] = 0;
    }

    private void write(Plane plane, int row, float[] sums) {
        int most = (1 << plane.bitDepth()) - 1;
        float middle = (1 << (plane.bitDepth() - 1)) + 0.5f;
        float weight = Math.max(weights[row & 1], Float.MIN_NORMAL);
        for (int c = 0; c < sums.length; c++) {
            float value = sums[c] / weight * most + middle;
            PlaneColours.put(plane, row * plane.stride() + c, (int) Math.clamp(value, 0, most));
            sums[c] = 0;
        }
    }

    Plane cb() {
        return cb;
    }

    Plane cr() {
        return cr;
    }
}
