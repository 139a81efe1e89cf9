package com.autoclipr.libav.handles;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AV1;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VP8;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VP9;
import static org.bytedeco.ffmpeg.global.avcodec.FF_COMPLIANCE_STRICT;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.FailureKind;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/// Owns an open decoder of one stream, single-threaded so that its output never depends on the
/// machine. Not thread-safe; use after close throws.
public final class Decoder implements AutoCloseable {
    /// Result of requesting a frame.
    public enum Outcome {
        /// The frame was filled.
        FRAME,
        /// A packet has to be sent first.
        WANTS_PACKET,
        /// There are no more frames.
        ENDED,
        /// Something could not be decoded and was skipped; call again.
        DAMAGED
    }

    private final AVCodecContext context;
    private boolean open = true;

    private Decoder(AVCodecContext context) {
        this.context = context;
    }

    /// The decoder that is used for `stream`, if there is one.
    ///
    /// AV1: FFmpeg's own needs graphics hardware. VP8 and VP9 with alpha: FFmpeg's own ignore it.
    public static Optional<AVCodec> find(AVStream stream) {
        return find(stream, stream.codecpar().codec_id());
    }

    private static Optional<AVCodec> find(AVStream stream, int id) {
        AVCodec codec;
        if (id == AV_CODEC_ID_AV1) {
            codec = avcodec_find_decoder_by_name("libaom-av1");
        } else if (id == AV_CODEC_ID_VP8 && hasAlphaTrack(stream)) {
            codec = avcodec_find_decoder_by_name("libvpx");
        } else if (id == AV_CODEC_ID_VP9 && hasAlphaTrack(stream)) {
            codec = avcodec_find_decoder_by_name("libvpx-vp9");
        } else {
            codec = avcodec_find_decoder(id);
        }
        return codec == null || codec.isNull() ? Optional.empty() : Optional.of(codec);
    }

    /// Whether a WebM stream carries alpha (in BlockAdditional).
    public static boolean hasAlphaTrack(AVStream stream) {
        return Metadata.tag(stream, "alpha_mode").filter("1"::equals).isPresent();
    }

    /// @param file for the failure's facts
    /// @throws com.autoclipr.failure.FailureException MEDIA_UNSUPPORTED without a decoder,
    ///   MEDIA_CORRUPT if it refuses the stream's headers
    public static Decoder open(AVStream stream, Path file) {
        return open(stream, stream.codecpar().codec_id(), file);
    }

    /// @param codecId of the packets to come; where it is not the one of the stream's header, they
    ///   bring all that the decoder needs
    /// @throws com.autoclipr.failure.FailureException as [#open(AVStream, Path)]
    public static Decoder open(AVStream stream, int codecId, Path file) {
        AVCodec codec =
                find(stream, codecId)
                        .orElseThrow(
                                () ->
                                        MediaFailures.of(
                                                        FailureKind.MEDIA_UNSUPPORTED,
                                                        file,
                                                        "no-decoder")
                                                .asException());
        AVCodecContext context = avcodec_alloc_context3(codec);
        try {
            if (codecId == stream.codecpar().codec_id()) {
                Natives.check(
                        avcodec_parameters_to_context(context, stream.codecpar()),
                        FailureKind.MEDIA_CORRUPT,
                        Fact.FILE,
                        file.toString());
            }
            context.thread_count(1);
            context.pkt_timebase(stream.time_base());
            context.max_pixels(MediaLimits.MAX_PIXELS);
            if (codec.id() == AV_CODEC_ID_H264) {
                // Otherwise a stream that does not state its reordering loses pictures until the
                // decoder has learned it; which ones would depend on where decoding started.
                context.strict_std_compliance(FF_COMPLIANCE_STRICT);
            }
            Natives.check(
                    avcodec_open2(context, codec, (AVDictionary) null),
                    FailureKind.MEDIA_CORRUPT,
                    Fact.FILE,
                    file.toString());
            return new Decoder(context);
        } catch (RuntimeException e) {
            avcodec_free_context(context);
            throw e;
        }
    }

    /// A decoder for packets without a stream.
    ///
    /// @param codec FFmpeg's name of the codec
    public static Decoder named(String codec, Path file) {
        AVCodec found = avcodec_find_decoder_by_name(codec);
        AVCodecContext context = avcodec_alloc_context3(found);
        context.thread_count(1);
        context.max_pixels(MediaLimits.MAX_MOVING_PIXELS);
        int code = avcodec_open2(context, found, (AVDictionary) null);
        if (code < 0) {
            avcodec_free_context(context);
            Natives.check(code, FailureKind.MEDIA_UNSUPPORTED, Fact.FILE, file.toString());
        }
        return new Decoder(context);
    }

    AVCodecContext context() {
        requireOpen();
        return context;
    }

    /// Sends a packet, or null to flush; to be called when [#receive] requests one.
    ///
    /// @return false if the packet could not be decoded and was skipped
    public boolean send(@Nullable AVPacket packet) {
        requireOpen();
        return avcodec_send_packet(context, packet) >= 0;
    }

    /// Fills `frame`, releasing its previous content.
    public Outcome receive(AVFrame frame) {
        requireOpen();
        int code = avcodec_receive_frame(context, frame);
        if (code >= 0) {
            return Outcome.FRAME;
        }
        if (code == AVERROR_EOF) {
            return Outcome.ENDED;
        }
        return Natives.wantsMore(code) ? Outcome.WANTS_PACKET : Outcome.DAMAGED;
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            avcodec_free_context(context);
        }
    }

    private void requireOpen() {
        if (!open) {
            throw new IllegalStateException("the decoder is closed");
        }
    }
}
