package com.autoclipr.libav.pixels;

import com.autoclipr.media.picture.Plane;
import com.autoclipr.media.picture.YuvPicture;

/// Chroma of a picture, linearly interpolated to luma positions. Not thread-safe.
final class ChromaRows {
    private final YuvPicture picture;
    private final int[] column;
    private final float[] part;
    private final float[] row;

    ChromaRows(YuvPicture picture) {
        this.picture = picture;
        this.column = new int[picture.width()];
        this.part = new float[picture.width()];
        this.row = new float[picture.cb().width() + 1];
        int last = picture.cb().width() - 1;
        for (int x = 0; x < column.length; x++) {
            double place =
                    Math.clamp((x - picture.chromaOffsetX()) / picture.chromaStepX(), 0.0, last);
            column[x] = (int) place;
            part[x] = (float) (place - column[x]);
        }
    }

    /// Fills `pb` and `pr` with the colour differences of luma row `y`, −0.5 to 0.5.
    void interpolate(int y, float[] pb, float[] pr) {
        interpolate(picture.cb(), y, pb);
        interpolate(picture.cr(), y, pr);
    }

    private void interpolate(Plane plane, int y, float[] into) {
        double place =
                Math.clamp(
                        (y - picture.chromaOffsetY()) / picture.chromaStepY(),
                        0.0,
                        plane.height() - 1);
        int upper = (int) place;
        float lowerPart = (float) (place - upper);
        int at = upper * plane.stride();
        int below = Math.min(upper + 1, plane.height() - 1) * plane.stride();
        int depth = plane.bitDepth();
        float middle = 1 << (depth - 1);
        double full = Math.scalb(1.0, depth) - 1;
        float scale = (float) (1 / (picture.fullRange() ? full : 224 * Math.scalb(1.0, depth - 8)));
        for (int c = 0; c < plane.width(); c++) {
            float above = PlaneColours.sample(plane, at + c);
            float beneath = PlaneColours.sample(plane, below + c);
            row[c] = (above + lowerPart * (beneath - above) - middle) * scale;
        }
        row[plane.width()] = row[plane.width() - 1];
        for (int x = 0; x < into.length; x++) {
            float left = row[column[x]];
            into[x] = left + part[x] * (row[column[x] + 1] - left);
        }
    }
}
