package com.autoclipr.libav.pixels;

import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_BOTTOM;
import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_BOTTOMLEFT;
import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_CENTER;
import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_TOP;
import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_TOPLEFT;

import com.autoclipr.media.Crop;

/// Where chroma samples lie among the luma samples, in luma samples from the centre of the first.
///
/// @param offsetX first chroma sample, rightwards
/// @param offsetY first chroma sample, downwards
/// @param stepX luma samples from one chroma sample to the next
/// @param stepY luma rows from one chroma row to the next
record ChromaGrid(double offsetX, double offsetY, int stepX, int stepY) {
    /// @param location one of FFmpeg's `AVCHROMA_LOC_…`; an unspecified one means left, as in
    ///   MPEG-2 and nearly all H.264
    static ChromaGrid of(int location, int stepX, int stepY) {
        double x = 0;
        double y = (stepY - 1) / 2.0;
        if (location == AVCHROMA_LOC_CENTER
                || location == AVCHROMA_LOC_TOP
                || location == AVCHROMA_LOC_BOTTOM) {
            x = (stepX - 1) / 2.0;
        }
        if (location == AVCHROMA_LOC_TOPLEFT || location == AVCHROMA_LOC_TOP) {
            y = 0;
        } else if (location == AVCHROMA_LOC_BOTTOMLEFT || location == AVCHROMA_LOC_BOTTOM) {
            y = stepY - 1;
        }
        return new ChromaGrid(x, y, stepX, stepY);
    }

    /// How many chroma samples a row of `lumaSamples` has.
    int columns(int lumaSamples) {
        return Math.ceilDiv(lumaSamples, stepX);
    }

    int rows(int lumaRows) {
        return Math.ceilDiv(lumaRows, stepY);
    }

    /// The samples that belong to a part of the luma, wherever that begins.
    Part part(Crop seen) {
        int left = seen.left() / stepX;
        int top = seen.top() / stepY;
        Crop samples =
                new Crop(
                        left,
                        top,
                        columns(seen.left() + seen.width()) - left,
                        rows(seen.top() + seen.height()) - top);
        ChromaGrid grid =
                new ChromaGrid(
                        offsetX + left * stepX - seen.left(),
                        offsetY + top * stepY - seen.top(),
                        stepX,
                        stepY);
        return new Part(samples, grid);
    }

    /// @param samples which of the chroma samples
    /// @param grid where they lie, from the first luma sample that is seen
    record Part(Crop samples, ChromaGrid grid) {}

    /// The offset of the last of so many chroma samples, measured leftwards from the last luma
    /// sample.
    double fromFarEndX(int lumaSamples, int columns) {
        return lumaSamples - 1 - (offsetX + (columns - 1) * stepX);
    }

    double fromFarEndY(int lumaRows, int rows) {
        return lumaRows - 1 - (offsetY + (rows - 1) * stepY);
    }
}
