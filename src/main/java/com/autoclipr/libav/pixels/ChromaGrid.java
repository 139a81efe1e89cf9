package com.autoclipr.libav.pixels;

import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_BOTTOM;
import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_BOTTOMLEFT;
import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_CENTER;
import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_TOP;
import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_TOPLEFT;

import com.autoclipr.media.Crop;

/// The chroma siting, in luma samples from the centre of the first luma sample.
///
/// @param offsetX horizontal position of the first chroma sample
/// @param offsetY vertical position of the first chroma sample
/// @param stepX luma samples from one chroma sample to the next
/// @param stepY luma rows from one chroma row to the next
record ChromaGrid(double offsetX, double offsetY, int stepX, int stepY) {
    /// @param location one of FFmpeg's `AVCHROMA_LOC_…`; unspecified means left, as in MPEG-2 and
    ///   nearly all H.264
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

    /// Number of chroma samples in a row of `lumaSamples`.
    int columns(int lumaSamples) {
        return Math.ceilDiv(lumaSamples, stepX);
    }

    int rows(int lumaRows) {
        return Math.ceilDiv(lumaRows, stepY);
    }

    /// The chroma samples of a part of the luma.
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

    /// @param samples range of chroma samples
    /// @param grid their siting, relative to the first visible luma sample
    record Part(Crop samples, ChromaGrid grid) {}

    /// The offset of the last chroma sample, measured backwards from the last luma sample.
    double fromFarEndX(int lumaSamples, int columns) {
        return lumaSamples - 1 - (offsetX + (columns - 1) * stepX);
    }

    double fromFarEndY(int lumaRows, int rows) {
        return lumaRows - 1 - (offsetY + (rows - 1) * stepY);
    }
}
