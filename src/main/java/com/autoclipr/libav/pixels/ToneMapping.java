package com.autoclipr.libav.pixels;

import com.autoclipr.libav.handles.FrameHandle;
import com.autoclipr.libav.handles.VideoFilter;
import com.autoclipr.media.picture.ColourFacts;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/// Converts HDR (PQ, HLG), wide gamut and unusual transfer characteristics or matrices to limited
/// BT.709 4:2:0, sited left. Owns its filters; not thread-safe.
///
/// In linear light, 1.0 is 203 cd/m², diffuse white in HDR (ITU-R BT.2408). The curve leaves dark
/// values unchanged and compresses brighter ones, up to 1000 cd/m², below white.
public final class ToneMapping implements AutoCloseable {
    public static final int DIFFUSE_WHITE = 203;
    private static final int PEAK = 1000;

    private final ColourFacts colour;
    private final FrameHandle result = new FrameHandle();
    private @Nullable VideoFilter filter;

    ToneMapping(ColourFacts colour) {
        this.colour = colour;
    }

    /// Whether pictures with these colours have to be converted.
    public static boolean needed(ColourFacts colour) {
        return colour.transfer() != ColourFacts.Transfer.SDR || wideGamut(colour) || bent(colour);
    }

    /// Whether the matrix is not supported by [com.autoclipr.media.picture.YuvPicture].
    private static boolean bent(ColourFacts colour) {
        return !colour.matrix().linear() && colour.matrix() != ColourFacts.Matrix.RGB;
    }

    /// Primaries that differ visibly from BT.709. Those of standard-definition television (SMPTE C,
    /// EBU) are not converted.
    private static boolean wideGamut(ColourFacts colour) {
        return switch (colour.primaries()) {
            case "bt2020", "smpte431", "smpte432", "smpte428", "film", "bt470m" -> true;
            default -> false;
        };
    }

    /// The converted picture; owned by this object and valid until the next call.
    AVFrame map(AVFrame picture) {
        tag(picture);
        if (filter == null || !filter.fits(picture)) {
            close();
            filter = new VideoFilter(picture, steps());
        }
        filter.send(picture);
        if (!filter.receive(result)) {
            throw new IllegalStateException("no picture came out of the tone mapping");
        }
        result.get().chroma_location(avutil.AVCHROMA_LOC_LEFT);
        return result.get();
    }

    /// Filters use the tags of each picture, so they are set to the decided ones.
    private void tag(AVFrame picture) {
        picture.color_range(colour.fullRange() ? avutil.AVCOL_RANGE_JPEG : avutil.AVCOL_RANGE_MPEG);
        picture.colorspace(space());
        picture.color_trc(curve());
        int primaries = avutil.av_color_primaries_from_name(colour.primaries());
        boolean known = primaries > 0 && primaries != avutil.AVCOL_PRI_UNSPECIFIED;
        picture.color_primaries(known ? primaries : avutil.AVCOL_PRI_BT2020);
    }

    private int space() {
        return switch (colour.matrix()) {
            case BT601 -> avutil.AVCOL_SPC_SMPTE170M;
            case BT709 -> avutil.AVCOL_SPC_BT709;
            case BT2020 -> avutil.AVCOL_SPC_BT2020_NCL;
            case RGB -> avutil.AVCOL_SPC_RGB;
            case FCC -> avutil.AVCOL_SPC_FCC;
            case SMPTE240M -> avutil.AVCOL_SPC_SMPTE240M;
            case YCGCO -> avutil.AVCOL_SPC_YCGCO;
            case OF_DISPLAY_P3, OF_DCI_P3, OF_EBU, OF_SMPTE_C, OF_FILM, OF_EBU3213 ->
                    avutil.AVCOL_SPC_CHROMA_DERIVED_NCL;
            case BT2020_CONSTANT_LUMINANCE -> avutil.AVCOL_SPC_BT2020_CL;
            case OF_PRIMARIES_CONSTANT_LUMINANCE -> avutil.AVCOL_SPC_CHROMA_DERIVED_CL;
            case ICTCP -> avutil.AVCOL_SPC_ICTCP;
            case YCGCO_RE -> avutil.AVCOL_SPC_YCGCO_RE;
            case YCGCO_RO -> avutil.AVCOL_SPC_YCGCO_RO;
        };
    }

    private int curve() {
        return switch (colour.transfer()) {
            case SDR -> avutil.AVCOL_TRC_BT709;
            case PQ -> avutil.AVCOL_TRC_SMPTE2084;
            case HLG -> avutil.AVCOL_TRC_ARIB_STD_B67;
            case LINEAR -> avutil.AVCOL_TRC_LINEAR;
            case LOG_100 -> avutil.AVCOL_TRC_LOG;
            case LOG_316 -> avutil.AVCOL_TRC_LOG_SQRT;
            case ST428 -> avutil.AVCOL_TRC_SMPTE428;
        };
    }

    private List<VideoFilter.Step> steps() {
        VideoFilter.Step linear =
                step("zscale", "transfer=linear:npl=" + (colour.hdr() ? DIFFUSE_WHITE : 100));
        VideoFilter.Step planes = step("format", "pix_fmts=gbrpf32le");
        VideoFilter.Step gamut = step("zscale", "primaries=bt709");
        VideoFilter.Step out =
                step("zscale", "transfer=" + shown() + ":matrix=bt709:range=limited:chromal=left");
        VideoFilter.Step narrow = step("format", "pix_fmts=yuv420p");
        if (!colour.hdr()) {
            return List.of(linear, planes, gamut, out, narrow);
        }
        String peak = String.valueOf((double) PEAK / DIFFUSE_WHITE);
        VideoFilter.Step curve = step("tonemap", "tonemap=mobius:desat=0:peak=" + peak);
        return List.of(linear, planes, gamut, curve, out, narrow);
    }

    /// Linear and logarithmic light become sRGB, like everything else that is displayed
    /// unconverted.
    private String shown() {
        return switch (colour.transfer()) {
            case SDR, PQ, HLG -> "bt709";
            case LINEAR, LOG_100, LOG_316, ST428 -> "iec61966-2-1";
        };
    }

    private static VideoFilter.Step step(String filter, String options) {
        return new VideoFilter.Step(filter, options);
    }

    @Override
    public void close() {
        result.clear();
        if (filter != null) {
            filter.close();
            filter = null;
        }
    }
}
