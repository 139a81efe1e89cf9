package com.autoclipr.libav;

import com.autoclipr.media.ColourFacts;
import com.autoclipr.media.ColourFacts.Matrix;
import com.autoclipr.media.ColourFacts.Transfer;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;

/// Finds out what the samples of a stream mean.
///
/// A decoded picture's tags come first, since they are the bitstream's where it has any and the
/// container's where it has none. Untagged moving pictures of 720 lines and more are BT.709,
/// smaller ones BT.601; untagged still pictures are BT.601, as JPEG is.
final class ColourReading {
    private static final int HD_LINES = 720;

    private ColourReading() {}

    static ColourFacts read(AVFrame frame, AVCodecParameters header, boolean image) {
        PixelLayout layout = PixelLayout.of(frame.format());
        int space = tagged(frame.colorspace(), header.color_space());
        boolean assumed = false;
        Matrix matrix;
        if (layout.rgb()) {
            matrix = Matrix.RGB;
        } else {
            assumed = space == avutil.AVCOL_SPC_UNSPECIFIED || space == avutil.AVCOL_SPC_RGB;
            matrix = matrix(space, image || frame.height() < HD_LINES);
            assumed &= layout.form() != PixelLayout.Form.GREY;
        }
        int transfer = tagged(frame.color_trc(), header.color_trc());
        int primaries = tagged(frame.color_primaries(), header.color_primaries());
        return new ColourFacts(
                matrix,
                fullRange(frame, header, layout, image),
                transfer(transfer),
                primaries(primaries, matrix),
                assumed,
                layout.bitDepth());
    }

    /// `AVCOL_…_UNSPECIFIED` is 2 in all three lists; 0 is reserved (and R′G′B′ as a matrix).
    private static int tagged(int ofFrame, int ofHeader) {
        return ofFrame != avutil.AVCOL_SPC_UNSPECIFIED ? ofFrame : ofHeader;
    }

    private static Matrix matrix(int space, boolean small) {
        if (space == avutil.AVCOL_SPC_BT709 || space == avutil.AVCOL_SPC_SMPTE240M) {
            // SMPTE 240M differs from BT.709 by less than one code value.
            return Matrix.BT709;
        }
        if (space == avutil.AVCOL_SPC_BT2020_NCL || space == avutil.AVCOL_SPC_BT2020_CL) {
            return Matrix.BT2020;
        }
        if (space == avutil.AVCOL_SPC_BT470BG
                || space == avutil.AVCOL_SPC_SMPTE170M
                || space == avutil.AVCOL_SPC_FCC) {
            return Matrix.BT601;
        }
        return small ? Matrix.BT601 : Matrix.BT709;
    }

    private static boolean fullRange(
            AVFrame frame, AVCodecParameters header, PixelLayout layout, boolean image) {
        int range = frame.color_range();
        if (range == avutil.AVCOL_RANGE_UNSPECIFIED) {
            range = header.color_range();
        }
        if (range != avutil.AVCOL_RANGE_UNSPECIFIED) {
            return range == avutil.AVCOL_RANGE_JPEG;
        }
        String name = avutil.av_get_pix_fmt_name(frame.format()).getString();
        boolean greyImage = image && layout.form() == PixelLayout.Form.GREY;
        return layout.rgb() || greyImage || name.startsWith("yuvj");
    }

    private static Transfer transfer(int curve) {
        if (curve == avutil.AVCOL_TRC_SMPTE2084) {
            return Transfer.PQ;
        }
        return curve == avutil.AVCOL_TRC_ARIB_STD_B67 ? Transfer.HLG : Transfer.SDR;
    }

    private static String primaries(int primaries, Matrix matrix) {
        if (primaries == avutil.AVCOL_PRI_UNSPECIFIED || primaries <= 0) {
            return switch (matrix) {
                case BT601 -> "smpte170m";
                case BT709, RGB -> "bt709";
                case BT2020 -> "bt2020";
            };
        }
        var name = avutil.av_color_primaries_name(primaries);
        return name == null ? "bt709" : name.getString();
    }
}
