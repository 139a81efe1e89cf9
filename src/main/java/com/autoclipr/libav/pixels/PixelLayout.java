package com.autoclipr.libav.pixels;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_ALPHA;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_BAYER;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_BE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_FLOAT;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_HWACCEL;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_PAL;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_PLANAR;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_FLAG_RGB;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_NONE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_XYZ12LE;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_count_planes;
import static org.bytedeco.ffmpeg.global.avutil.av_pix_fmt_desc_get;

import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;

/// A pixel format of a decoder, and its target.
///
/// @param form kind of the resulting picture
/// @param planarFormat the planar format with the same samples; equal to `format` if no conversion
///   is needed; `AV_PIX_FMT_NONE` for [Form#RGBA]
/// @param bitDepth bits per sample
/// @param stepX luma samples per chroma sample along a row
/// @param stepY luma rows per chroma row
/// @param alpha whether it has alpha
/// @param rgb whether pixels are R′G′B′, or palette indices
public record PixelLayout(
        int format,
        Form form,
        int planarFormat,
        int bitDepth,
        int stepX,
        int stepY,
        boolean alpha,
        boolean rgb) {
    /// Kind of the resulting picture.
    public enum Form {
        /// Three planes of Y′CbCr.
        PLANES,
        /// One plane of luma; chroma is neutral.
        GREY,
        /// Everything with alpha, R′G′B′ or a palette.
        RGBA
    }

    public static PixelLayout of(int format) {
        AVPixFmtDescriptor description = av_pix_fmt_desc_get(format);
        long flags = description.flags();
        int depth = description.comp(0).depth();
        int stepX = 1 << description.log2_chroma_w();
        int stepY = 1 << description.log2_chroma_h();
        boolean rgb = (flags & (AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL)) != 0;
        boolean alpha = (flags & (AV_PIX_FMT_FLAG_ALPHA | AV_PIX_FMT_FLAG_PAL)) != 0;
        long odd = AV_PIX_FMT_FLAG_BAYER | AV_PIX_FMT_FLAG_FLOAT | AV_PIX_FMT_FLAG_HWACCEL;
        if (rgb || alpha || (flags & odd) != 0 || depth < 8 || format == AV_PIX_FMT_XYZ12LE) {
            return new PixelLayout(
                    format, Form.RGBA, AV_PIX_FMT_NONE, depth, stepX, stepY, alpha, rgb);
        }
        boolean grey = description.nb_components() == 1;
        int planar = isPlanes(description, format, grey) ? format : planar(depth, stepX, stepY);
        if (grey && planar != format) {
            planar = av_get_pix_fmt(depth == 8 ? "gray" : "gray" + depth + "le");
        }
        Form form = planar == AV_PIX_FMT_NONE ? Form.RGBA : grey ? Form.GREY : Form.PLANES;
        return new PixelLayout(format, form, planar, depth, stepX, stepY, alpha, rgb);
    }

    /// Size in bytes of a [com.autoclipr.media.picture.Picture] with this number of pixels.
    public long heldBytes(long pixels) {
        long sampleBytes = bitDepth > 8 ? 2 : 1;
        return form == Form.RGBA
                ? 4 * pixels
                : sampleBytes * (pixels + 2 * pixels / ((long) stepX * stepY));
    }

    /// Whether each component has its own plane of little-endian samples from the lowest bit.
    private static boolean isPlanes(AVPixFmtDescriptor description, int format, boolean grey) {
        int bytes = description.comp(0).depth() > 8 ? 2 : 1;
        boolean plain = description.comp(0).shift() == 0 && description.comp(0).step() == bytes;
        boolean littleEndian = bytes == 1 || (description.flags() & AV_PIX_FMT_FLAG_BE) == 0;
        boolean planes =
                grey
                        || ((description.flags() & AV_PIX_FMT_FLAG_PLANAR) != 0
                                && av_pix_fmt_count_planes(format) == 3);
        return plain && littleEndian && planes;
    }

    private static int planar(int depth, int stepX, int stepY) {
        String sampling =
                switch (stepX * 10 + stepY) {
                    case 11 -> "444p";
                    case 21 -> "422p";
                    case 22 -> "420p";
                    case 12 -> "440p";
                    case 41 -> "411p";
                    case 44 -> "410p";
                    default -> "";
                };
        return av_get_pix_fmt("yuv" + sampling + (depth == 8 ? "" : depth + "le"));
    }
}
