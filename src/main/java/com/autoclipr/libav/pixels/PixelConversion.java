package com.autoclipr.libav.pixels;

import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.swscale.SWS_ACCURATE_RND;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BICUBIC;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BITEXACT;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_BT2020;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU601;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU709;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INP;
import static org.bytedeco.ffmpeg.global.swscale.SWS_FULL_CHR_H_INT;
import static org.bytedeco.ffmpeg.global.swscale.sws_alloc_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_free_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_init_context;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import com.autoclipr.failure.FailureKind;
import com.autoclipr.libav.handles.FrameHandle;
import com.autoclipr.libav.handles.Natives;
import com.autoclipr.media.picture.ColourFacts;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.ffmpeg.swscale.SwsFilter;
import org.bytedeco.javacpp.IntPointer;

/// Owns a converter between two pixel layouts of the same size, by swscale in its exact mode, which
/// gives the same bytes on every processor. For one thread; use after close throws.
final class PixelConversion implements AutoCloseable {
    private static final int FLAGS =
            SWS_BICUBIC | SWS_ACCURATE_RND | SWS_BITEXACT | SWS_FULL_CHR_H_INT | SWS_FULL_CHR_H_INP;

    /// 1.0 in swscale's 16.16 fixed point.
    private static final int UNITY = 1 << 16;

    private final SwsContext context;
    private final FrameHandle result = new FrameHandle();
    private final int width;
    private final int height;
    private final int from;
    private boolean open = true;

    /// @param like a picture like those that will be converted: its size, format and chroma siting
    /// @param to the layout wanted
    /// @param colour what Y′CbCr samples mean; R′G′B′ results are full range
    PixelConversion(AVFrame like, int to, ColourFacts colour) {
        this.width = like.width();
        this.height = like.height();
        this.from = like.format();
        PixelLayout source = PixelLayout.of(from);
        PixelLayout target = PixelLayout.of(to);
        this.context = sws_alloc_context();
        context.src_w(width).src_h(height).src_format(from);
        context.dst_w(width).dst_h(height).dst_format(to);
        context.flags(FLAGS).threads(1);
        ChromaGrid grid = ChromaGrid.of(like.chroma_location(), source.stepX(), source.stepY());
        // In 1/256 of a luma sample.
        context.src_h_chr_pos((int) (grid.offsetX() * 256));
        context.src_v_chr_pos((int) (grid.offsetY() * 256));
        boolean fullIn = source.rgb() || colour.fullRange();
        boolean fullOut = target.rgb() || colour.fullRange();
        int code = sws_init_context(context, (SwsFilter) null, (SwsFilter) null);
        if (code >= 0) {
            code =
                    sws_setColorspaceDetails(
                            context,
                            matrix(colour.matrix()),
                            fullIn ? 1 : 0,
                            matrix(colour.matrix()),
                            fullOut ? 1 : 0,
                            0,
                            UNITY,
                            UNITY);
            // Says -1 where there is no Y′CbCr on either side, and there is nothing to set then.
            code = source.rgb() && target.rgb() ? 0 : code;
        }
        if (code < 0) {
            sws_free_context(context);
            result.close();
            Natives.check(code, FailureKind.MEDIA_UNSUPPORTED);
        }
        result.get().width(width).height(height).format(to);
        Natives.check(av_frame_get_buffer(result.get(), 0), FailureKind.OUT_OF_MEMORY);
    }

    /// What swscale multiplies with. Those of its table are not computed, so that their bytes stay.
    private static IntPointer matrix(ColourFacts.Matrix matrix) {
        return switch (matrix) {
            case BT601, RGB -> sws_getCoefficients(SWS_CS_ITU601);
            // Unsupported with transparency, which a decision says; without, only moved.
            case YCGCO, YCGCO_RE, YCGCO_RO -> sws_getCoefficients(SWS_CS_ITU601);
            case BT709, OF_PRIMARIES_CONSTANT_LUMINANCE, ICTCP ->
                    sws_getCoefficients(SWS_CS_ITU709);
            case BT2020, BT2020_CONSTANT_LUMINANCE -> sws_getCoefficients(SWS_CS_BT2020);
            case FCC, SMPTE240M -> computed(matrix);
            case OF_DISPLAY_P3, OF_DCI_P3, OF_EBU, OF_SMPTE_C, OF_FILM, OF_EBU3213 ->
                    computed(matrix);
        };
    }

    /// Cr to red, Cb to blue, Cb and Cr from green, of limited range.
    private static IntPointer computed(ColourFacts.Matrix matrix) {
        double scale = UNITY * 255.0 / 224;
        double red = 2 * (1 - matrix.red()) * scale;
        double blue = 2 * (1 - matrix.blue()) * scale;
        double green = 1 - matrix.red() - matrix.blue();
        return new IntPointer(
                (int) Math.rint(red),
                (int) Math.rint(blue),
                (int) Math.rint(blue * matrix.blue() / green),
                (int) Math.rint(red * matrix.red() / green));
    }

    /// Whether `picture` has the size and format that this was made for.
    boolean fits(AVFrame picture) {
        return picture.width() == width && picture.height() == height && picture.format() == from;
    }

    /// The converted picture; it stays this converter's and is valid until the next call.
    AVFrame convert(AVFrame picture) {
        if (!open) {
            throw new IllegalStateException("the conversion is closed");
        }
        AVFrame to = result.get();
        Natives.check(
                sws_scale(
                        context,
                        picture.data(),
                        picture.linesize(),
                        0,
                        height,
                        to.data(),
                        to.linesize()),
                FailureKind.MEDIA_CORRUPT);
        to.chroma_location(picture.chroma_location());
        return to;
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            sws_free_context(context);
            result.close();
        }
    }
}
