package com.autoclipr.libav;

import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_BOTTOM;
import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_BOTTOMLEFT;
import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_CENTER;
import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_TOP;
import static org.bytedeco.ffmpeg.global.avutil.AVCHROMA_LOC_TOPLEFT;

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

    /// The offset of the last chroma sample, measured leftwards from the last luma sample.
    double fromFarEndX(int lumaSamples) {
        return lumaSamples - 1 - (offsetX + (columns(lumaSamples) - 1) * stepX);
    }

    double fromFarEndY(int lumaRows) {
        return lumaRows - 1 - (offsetY + (rows(lumaRows) - 1) * stepY);
    }
}
