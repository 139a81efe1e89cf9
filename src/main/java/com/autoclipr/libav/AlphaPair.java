package com.autoclipr.libav;

import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_NONE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_copy_props;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt;
import static org.bytedeco.ffmpeg.global.avutil.av_get_pix_fmt_name;

import com.autoclipr.failure.FailureKind;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/// The one picture of an AVIF or HEIF whose transparency is a grey picture beside it. The input
/// stays its owner's.
final class AlphaPair implements PictureFlow {
    private static final int ALPHA_PLANE = 3;

    private final InputFile input;
    private final int colourStream;
    private final int alphaStream;
    private boolean delivered;

    private AlphaPair(InputFile input, int colourStream, int alphaStream) {
        this.input = input;
        this.colourStream = colourStream;
        this.alphaStream = alphaStream;
    }

    /// The pair of which `colour` is one, if there is another.
    static Optional<AlphaPair> of(InputFile input, AVStream colour) {
        if (!VideoProbe.isImage(input) || isGrey(colour) || colour.nb_frames() != 1) {
            return Optional.empty();
        }
        return input.streams().stream()
                .filter(s -> s.index() != colour.index())
                .filter(s -> s.codecpar().codec_type() == AVMEDIA_TYPE_VIDEO)
                .filter(s -> s.nb_frames() == 1 && isGrey(s))
                .filter(s -> s.codecpar().width() == colour.codecpar().width())
                .filter(s -> s.codecpar().height() == colour.codecpar().height())
                .findFirst()
                .map(alpha -> new AlphaPair(input, colour.index(), alpha.index()));
    }

    private static boolean isGrey(AVStream stream) {
        int format = stream.codecpar().format();
        return format != AV_PIX_FMT_NONE && PixelLayout.of(format).form() == PixelLayout.Form.GREY;
    }

    @Override
    public boolean next(FrameHandle into) {
        into.clear();
        if (delivered) {
            return false;
        }
        delivered = true;
        input.keepOnly(Set.of(colourStream, alphaStream));
        try (FrameHandle colour = new FrameHandle();
                FrameHandle alpha = new FrameHandle()) {
            boolean hasColour = false;
            boolean hasAlpha = false;
            for (AVPacket packet = input.read(); packet != null; packet = input.read()) {
                if (packet.stream_index() == colourStream && !hasColour) {
                    hasColour = StillDecoding.decode(input, packet, colour);
                } else if (packet.stream_index() == alphaStream && !hasAlpha) {
                    hasAlpha = StillDecoding.decode(input, packet, alpha);
                }
            }
            if (!hasColour) {
                return false;
            }
            if (!hasAlpha || !join(colour.get(), alpha.get(), into.get())) {
                into.take(colour);
            }
            into.get().pts(0);
            return true;
        }
    }

    /// @return false if the two do not fit together
    private static boolean join(AVFrame colour, AVFrame alpha, AVFrame into) {
        String name = av_get_pix_fmt_name(colour.format()).getString().replace("yuvj", "yuv");
        int format = av_get_pix_fmt(name.replace("yuv", "yuva"));
        int depth = PixelLayout.of(colour.format()).bitDepth();
        if (format == AV_PIX_FMT_NONE || PixelLayout.of(alpha.format()).bitDepth() != depth) {
            return false;
        }
        Natives.check(av_frame_copy_props(into, colour), FailureKind.OUT_OF_MEMORY);
        into.width(colour.width()).height(colour.height()).format(format);
        Natives.check(av_frame_get_buffer(into, 0), FailureKind.OUT_OF_MEMORY);
        PixelLayout layout = PixelLayout.of(colour.format());
        ChromaGrid chroma = new ChromaGrid(0, 0, layout.stepX(), layout.stepY());
        int bytes = depth > 8 ? 2 : 1;
        int width = colour.width() * bytes;
        int chromaWidth = chroma.columns(colour.width()) * bytes;
        int chromaHeight = chroma.rows(colour.height());
        copy(new Rows(colour, 0), new Rows(into, 0), width, colour.height());
        copy(new Rows(colour, 1), new Rows(into, 1), chromaWidth, chromaHeight);
        copy(new Rows(colour, 2), new Rows(into, 2), chromaWidth, chromaHeight);
        copy(new Rows(alpha, 0), new Rows(into, ALPHA_PLANE), width, colour.height());
        return true;
    }

    /// The rows of one plane.
    private record Rows(AVFrame frame, int plane) {
        BytePointer row(int y) {
            return frame.data(plane).getPointer((long) y * frame.linesize(plane));
        }
    }

    private static void copy(Rows from, Rows to, int rowBytes, int rows) {
        for (int y = 0; y < rows; y++) {
            Pointer.memcpy(to.row(y), from.row(y), rowBytes);
        }
    }

    @Override
    public boolean damaged() {
        return false;
    }

    @Override
    public void close() {
        // Both decoders were closed when their pictures were decoded.
    }
}
