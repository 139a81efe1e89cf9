package com.autoclipr.libav.pixels;

import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_NONE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_copy_props;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt_name;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.libav.handles.Natives;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;

/// Combines a picture and its auxiliary alpha picture into one with four planes, in 8 or 16 bits.
/// Alpha may have another bit depth, range or size.
///
/// @param colour planes of Y′CbCr or R′G′B′, or grey
/// @param alpha its first plane is used
/// @param range of `alpha`
/// @param premultiplied whether the colours are premultiplied
public record AuxiliaryAlpha(AVFrame colour, AVFrame alpha, Range range, boolean premultiplied) {
    private static final int ALPHA_PLANE = 3;

    /// Fills the empty frame `into`.
    ///
    /// @throws com.autoclipr.failure.FailureException MEDIA_UNSUPPORTED if there is no such pixel
    ///   format
    public void into(AVFrame into) {
        PixelLayout layout = PixelLayout.of(colour.format());
        int depth = layout.bitDepth() > 8 ? 16 : 8;
        Natives.check(av_frame_copy_props(into, colour), FailureKind.OUT_OF_MEMORY);
        into.width(colour.width()).height(colour.height()).format(format(layout, depth));
        Natives.check(av_frame_get_buffer(into, 0), FailureKind.OUT_OF_MEMORY);
        int[] opacity = new int[colour.width()];
        for (int y = 0; y < colour.height(); y++) {
            opacity(y, depth, opacity);
            new Row(into, ALPHA_PLANE, y, colour.width()).put(opacity);
            for (int plane = 0; plane < 3; plane++) {
                boolean chroma = plane > 0 && !layout.rgb();
                int stepX = chroma ? layout.stepX() : 1;
                int stepY = chroma ? layout.stepY() : 1;
                if (y % stepY == 0) {
                    colours(plane, y / stepY, new Target(into, depth, stepX), opacity);
                }
            }
        }
    }

    private record Target(AVFrame frame, int depth, int stepX) {}

    private static int format(PixelLayout layout, int depth) {
        String name = av_get_pix_fmt_name(layout.format()).getString();
        String wanted;
        if (layout.rgb()) {
            wanted = name.startsWith("gbr") ? "gbrap" : "";
        } else {
            wanted =
                    switch (layout.stepX() * 10 + layout.stepY()) {
                        case 11 -> "yuva444p";
                        case 21 -> "yuva422p";
                        case 22 -> "yuva420p";
                        default -> "";
                    };
        }
        int format = av_get_pix_fmt(wanted + (depth == 16 ? "16le" : ""));
        boolean planar = layout.rgb() || layout.planarFormat() == layout.format();
        if (format == AV_PIX_FMT_NONE || !planar) {
            throw com.autoclipr.failure.Failure.of(FailureKind.MEDIA_UNSUPPORTED)
                    .with(Fact.DETAIL, "transparency-layout")
                    .with(Fact.LAYOUT, name)
                    .asException();
        }
        return format;
    }

    /// Converts one row of colours, and divides premultiplied ones by alpha.
    private void colours(int plane, int y, Target target, int[] opacity) {
        PixelLayout layout = PixelLayout.of(colour.format());
        int width = Math.ceilDiv(colour.width(), target.stepX);
        int[] samples = new int[width];
        int shift = target.depth - layout.bitDepth();
        boolean chroma = plane > 0 && !layout.rgb();
        if (chroma && layout.form() == PixelLayout.Form.GREY) {
            java.util.Arrays.fill(samples, 1 << (target.depth - 1));
        } else {
            new Row(colour, plane, y, width).get(samples);
            boolean full = layout.rgb() || colour.color_range() == avutil.AVCOL_RANGE_JPEG;
            for (int x = 0; shift > 0 && x < width; x++) {
                int low = full && !chroma ? samples[x] >> (layout.bitDepth() - shift) : 0;
                samples[x] = (samples[x] << shift) | low;
            }
        }
        if (premultiplied) {
            int most = (1 << target.depth) - 1;
            boolean limited = !layout.rgb() && colour.color_range() != avutil.AVCOL_RANGE_JPEG;
            int zero = chroma ? (most + 1) / 2 : limited ? 16 << (target.depth - 8) : 0;
            for (int x = 0; x < width; x++) {
                int part = opacity[Math.min(opacity.length - 1, x * target.stepX)];
                if (part > 0) {
                    long value = zero + (long) (samples[x] - zero) * most / part;
                    samples[x] = Math.clamp(value, 0, most);
                }
            }
        }
        new Row(target.frame, plane, y, width).put(samples);
    }

    /// The sample values of transparent and opaque.
    public enum Range {
        LIMITED,
        FULL;

        /// In limited range opaque is 235, or slightly more with coding errors.
        private static final int ABOVE_LIMITED = 250;

        /// Likewise transparent is 16, or slightly less.
        private static final int BELOW_LIMITED = 1;

        /// The range of a stream, by its first picture: as tagged, unless samples are outside
        /// limited range. FFmpeg assumes limited range for untagged HEVC, and writes AV1 as limited
        /// by default.
        public static Range of(AVFrame first) {
            if (first.color_range() != avutil.AVCOL_RANGE_MPEG) {
                return FULL;
            }
            int shift = PixelLayout.of(first.format()).bitDepth() - 8;
            int[] samples = new int[first.width()];
            for (int y = 0; y < first.height(); y++) {
                new Row(first, 0, y, samples.length).get(samples);
                for (int sample : samples) {
                    if (sample >= ABOVE_LIMITED << shift || sample <= BELOW_LIMITED << shift) {
                        return FULL;
                    }
                }
            }
            return LIMITED;
        }

        private int clear(int depth) {
            return this == LIMITED ? 16 << (depth - 8) : 0;
        }

        private int opaque(int depth) {
            return this == LIMITED ? 235 << (depth - 8) : (1 << depth) - 1;
        }
    }

    private void opacity(int y, int depth, int[] opacity) {
        int alphaDepth = PixelLayout.of(alpha.format()).bitDepth();
        int clear = range.clear(alphaDepth);
        int[] samples = new int[alpha.width()];
        int row = (int) ((long) y * alpha.height() / colour.height());
        new Row(alpha, 0, row, samples.length).get(samples);
        long most = (1L << depth) - 1;
        int span = range.opaque(alphaDepth) - clear;
        for (int x = 0; x < opacity.length; x++) {
            int sample = samples[(int) ((long) x * samples.length / opacity.length)];
            opacity[x] = (int) Math.clamp(((sample - clear) * most + span / 2) / span, 0, most);
        }
    }

    /// One row of a plane with 8-bit samples, or wider ones in two bytes.
    private record Row(AVFrame frame, int plane, int y, int width) {
        private BytePointer start() {
            return frame.data(plane).getPointer((long) y * frame.linesize(plane));
        }

        private boolean wide() {
            return PixelLayout.of(frame.format()).bitDepth() > 8;
        }

        void get(int[] samples) {
            if (wide()) {
                short[] row = new short[width];
                new org.bytedeco.javacpp.ShortPointer(start()).get(row);
                for (int x = 0; x < width; x++) {
                    samples[x] = row[x] & 0xffff;
                }
            } else {
                byte[] row = new byte[width];
                start().get(row);
                for (int x = 0; x < width; x++) {
                    samples[x] = row[x] & 0xff;
                }
            }
        }

        void put(int[] samples) {
            if (wide()) {
                short[] row = new short[width];
                for (int x = 0; x < width; x++) {
                    row[x] = (short) samples[x];
                }
                new org.bytedeco.javacpp.ShortPointer(start()).put(row, 0, width);
            } else {
                byte[] row = new byte[width];
                for (int x = 0; x < width; x++) {
                    row[x] = (byte) samples[x];
                }
                start().put(row, 0, width);
            }
        }
    }
}
