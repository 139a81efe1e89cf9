package com.autoclipr.libav.profiles;

import com.autoclipr.libav.pixels.PixelLayout;
import com.autoclipr.media.picture.ColourFacts;
import com.autoclipr.media.picture.ColourFacts.Matrix;
import com.autoclipr.media.picture.ColourFacts.Transfer;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;

/// Determines the colour properties of a stream.
///
/// The tags of a decoded picture have priority, since they are the bitstream's, or else the
/// container's. Untagged video of 720 lines and more is BT.709, smaller video BT.601; untagged
/// still images are BT.601, like JPEG.
public final class ColourReading {
    private static final int HD_LINES = 720;

    private ColourReading() {}

    public static ColourFacts read(AVFrame frame, AVCodecParameters header, boolean image) {
        PixelLayout layout = PixelLayout.of(frame.format());
        int space = tagged(frame.colorspace(), header.color_space());
        int primaries = tagged(frame.color_primaries(), header.color_primaries());
        Transfer curve = transfer(tagged(frame.color_trc(), header.color_trc()));
        boolean assumed = false;
        Matrix matrix;
        if (layout.rgb()) {
            matrix = Matrix.RGB;
        } else {
            assumed =
                    space == avutil.AVCOL_SPC_UNSPECIFIED
                            || space == avutil.AVCOL_SPC_RESERVED
                            || space == avutil.AVCOL_SPC_RGB;
            Matrix said = matrix(space, primaries, image || frame.height() < HD_LINES);
            matrix = usable(said, curve, primaries);
            assumed &= layout.form() != PixelLayout.Form.GREY && layout.bitDepth() > 1;
        }
        return new ColourFacts(
                matrix,
                fullRange(frame, header, layout, image),
                curve,
                primaries(primaries, matrix),
                assumed,
                layout.bitDepth());
    }

    /// `AVCOL_…_UNSPECIFIED` is 2 in all three lists; 0 is reserved (and R′G′B′ as a matrix).
    private static int tagged(int ofFrame, int ofHeader) {
        return ofFrame != avutil.AVCOL_SPC_UNSPECIFIED ? ofFrame : ofHeader;
    }

    /// Unsupported ones are treated as the default for the picture's size; a decision reports that:
    /// [#unsupported].
    private static Matrix matrix(int space, int primaries, boolean small) {
        return switch (space) {
            case avutil.AVCOL_SPC_BT709 -> Matrix.BT709;
            case avutil.AVCOL_SPC_SMPTE240M -> Matrix.SMPTE240M;
            case avutil.AVCOL_SPC_BT470BG, avutil.AVCOL_SPC_SMPTE170M -> Matrix.BT601;
            case avutil.AVCOL_SPC_FCC -> Matrix.FCC;
            case avutil.AVCOL_SPC_YCGCO -> Matrix.YCGCO;
            case avutil.AVCOL_SPC_BT2020_NCL -> Matrix.BT2020;
            case avutil.AVCOL_SPC_BT2020_CL -> Matrix.BT2020_CONSTANT_LUMINANCE;
            case avutil.AVCOL_SPC_CHROMA_DERIVED_NCL -> derived(primaries);
            case avutil.AVCOL_SPC_CHROMA_DERIVED_CL -> Matrix.OF_PRIMARIES_CONSTANT_LUMINANCE;
            case avutil.AVCOL_SPC_ICTCP -> Matrix.ICTCP;
            case avutil.AVCOL_SPC_YCGCO_RE -> Matrix.YCGCO_RE;
            case avutil.AVCOL_SPC_YCGCO_RO -> Matrix.YCGCO_RO;
            default -> small ? Matrix.BT601 : Matrix.BT709;
        };
    }

    /// ICtCp is defined for HDR, constant luminance is supported for SDR only. Other codings are
    /// treated as the default matrix; a decision reports that.
    private static Matrix usable(Matrix said, Transfer curve, int primaries) {
        boolean hdr = curve == Transfer.PQ || curve == Transfer.HLG;
        boolean sdr = curve == Transfer.SDR;
        return switch (said) {
            case ICTCP -> hdr ? said : Matrix.BT709;
            case BT2020_CONSTANT_LUMINANCE -> sdr ? said : Matrix.BT2020;
            case OF_PRIMARIES_CONSTANT_LUMINANCE ->
                    sdr && primaries != avutil.AVCOL_PRI_SMPTE428 ? said : Matrix.BT709;
            default -> said;
        };
    }

    private static Matrix derived(int primaries) {
        return switch (primaries) {
            case avutil.AVCOL_PRI_BT470M -> Matrix.BT601;
            case avutil.AVCOL_PRI_BT470BG -> Matrix.OF_EBU;
            case avutil.AVCOL_PRI_SMPTE170M, avutil.AVCOL_PRI_SMPTE240M -> Matrix.OF_SMPTE_C;
            case avutil.AVCOL_PRI_FILM -> Matrix.OF_FILM;
            case avutil.AVCOL_PRI_BT2020 -> Matrix.BT2020;
            case avutil.AVCOL_PRI_SMPTE431 -> Matrix.OF_DCI_P3;
            case avutil.AVCOL_PRI_SMPTE432 -> Matrix.OF_DISPLAY_P3;
            case avutil.AVCOL_PRI_EBU3213 -> Matrix.OF_EBU3213;
            default -> Matrix.BT709;
        };
    }

    /// The declared coding, if it is not supported.
    static Optional<String> unsupported(AVFrame frame, AVCodecParameters header) {
        int space = tagged(frame.colorspace(), header.color_space());
        PixelLayout layout = PixelLayout.of(frame.format());
        if (layout.rgb() || layout.form() == PixelLayout.Form.GREY) {
            return Optional.empty();
        }
        Matrix known = matrix(space, avutil.AVCOL_PRI_BT709, true);
        boolean odd = !known.linear() && layout.alpha();
        boolean unknown =
                switch (space) {
                    case avutil.AVCOL_SPC_UNSPECIFIED, avutil.AVCOL_SPC_RGB -> false;
                    case avutil.AVCOL_SPC_RESERVED -> false;
                    case avutil.AVCOL_SPC_BT470BG, avutil.AVCOL_SPC_SMPTE170M -> false;
                    default -> known == Matrix.BT601;
                };
        boolean greenOrange = known == Matrix.YCGCO && layout.alpha();
        Transfer curve = transfer(tagged(frame.color_trc(), header.color_trc()));
        int primaries = tagged(frame.color_primaries(), header.color_primaries());
        boolean otherwise = usable(known, curve, primaries) != known;
        return odd || unknown || greenOrange || otherwise
                ? Optional.of(name(space))
                : Optional.empty();
    }

    private static String name(int space) {
        var name = avutil.av_color_space_name(space);
        return name == null ? String.valueOf(space) : name.getString();
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
        return switch (curve) {
            case avutil.AVCOL_TRC_SMPTE2084 -> Transfer.PQ;
            case avutil.AVCOL_TRC_ARIB_STD_B67 -> Transfer.HLG;
            case avutil.AVCOL_TRC_LINEAR -> Transfer.LINEAR;
            case avutil.AVCOL_TRC_LOG -> Transfer.LOG_100;
            case avutil.AVCOL_TRC_LOG_SQRT -> Transfer.LOG_316;
            case avutil.AVCOL_TRC_SMPTE428 -> Transfer.ST428;
            default -> Transfer.SDR;
        };
    }

    private static String primaries(int primaries, Matrix matrix) {
        if (matrix == Matrix.ICTCP) {
            // It is not defined for others.
            return "bt2020";
        }
        if (primaries == avutil.AVCOL_PRI_UNSPECIFIED || primaries <= 0) {
            return switch (matrix) {
                case BT601 -> "smpte170m";
                case BT2020, BT2020_CONSTANT_LUMINANCE -> "bt2020";
                default -> "bt709";
            };
        }
        var name = avutil.av_color_primaries_name(primaries);
        return name == null ? "bt709" : name.getString();
    }
}
