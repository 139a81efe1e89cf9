package com.autoclipr.libav.output;

import static org.bytedeco.ffmpeg.avcodec.AVCodecContext.FF_THREAD_FRAME;
import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.AV_EF_BITSTREAM;
import static org.bytedeco.ffmpeg.global.avcodec.AV_EF_BUFFER;
import static org.bytedeco.ffmpeg.global.avcodec.AV_EF_CAREFUL;
import static org.bytedeco.ffmpeg.global.avcodec.AV_EF_CRCCHECK;
import static org.bytedeco.ffmpeg.global.avcodec.AV_EF_EXPLODE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.libav.handles.FrameHandle;
import com.autoclipr.libav.handles.Natives;
import com.autoclipr.media.encoded.EncodedPacket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/// A decoder without error concealment: every error becomes a line of [#errors()]. It knows only
/// the codec header of the stream, not the container's colour tags. Owns the decoder, one packet
/// and one frame.
final class StrictDecoder implements AutoCloseable {
    private static final int MOST_ERRORS = 100;

    /// A decoder may return the same error forever.
    private static final int MOST_REFUSALS = 8;

    private final AVCodecContext context;
    private final AVPacket packet;
    private final FrameHandle frame = new FrameHandle();
    private final Consumer<AVFrame> frames;
    private final List<String> errors = new ArrayList<>();
    private final String name;

    /// @param timeBase of packets and frames
    /// @param threads number of threads; more than one if nothing else is running
    /// @param frames called with every frame, which is valid during the call
    StrictDecoder(
            AVCodecParameters parameters,
            AVRational timeBase,
            int threads,
            Consumer<AVFrame> frames) {
        this.frames = frames;
        AVCodec codec = avcodec_find_decoder(parameters.codec_id());
        if (codec == null || codec.isNull()) {
            throw Failure.of(FailureKind.MEDIA_UNSUPPORTED)
                    .with(Fact.DETAIL, "no-decoder")
                    .asException();
        }
        this.name = codec.name().getString();
        this.packet = avcodec.av_packet_alloc();
        this.context = avcodec_alloc_context3(codec);
        try {
            FailureKind kind = FailureKind.MEDIA_CORRUPT;
            Natives.check(avcodec_parameters_to_context(context, parameters), kind);
            context.color_primaries(avutil.AVCOL_PRI_UNSPECIFIED);
            context.color_trc(avutil.AVCOL_TRC_UNSPECIFIED);
            context.colorspace(avutil.AVCOL_SPC_UNSPECIFIED);
            context.color_range(avutil.AVCOL_RANGE_UNSPECIFIED);
            context.pkt_timebase(timeBase);
            // Frames are only inspected, so threads do not affect the result.
            context.thread_type(FF_THREAD_FRAME);
            context.thread_count(threads);
            // Errors show in entropy decoding and references; the loop filter is irrelevant here
            // and takes a quarter of the time.
            context.skip_loop_filter(AVDISCARD_ALL);
            context.err_recognition(
                    AV_EF_CRCCHECK
                            | AV_EF_BITSTREAM
                            | AV_EF_BUFFER
                            | AV_EF_CAREFUL
                            | AV_EF_EXPLODE);
            Natives.check(avcodec_open2(context, codec, (AVDictionary) null), kind);
        } catch (FailureException e) {
            close();
            throw e;
        }
    }

    /// Decodes a packet; its timestamps are in the decoder's time base.
    void decode(EncodedPacket coded) {
        Natives.check(
                avcodec.av_new_packet(packet, coded.data().length), FailureKind.OUT_OF_MEMORY);
        packet.data().capacity(coded.data().length).asByteBuffer().put(coded.data());
        packet.pts(coded.presentationIndex());
        packet.dts(coded.decodingIndex());
        packet.duration(coded.duration());
        packet.flags(coded.keyFrame() ? AV_PKT_FLAG_KEY : 0);
        decode(packet);
        avcodec.av_packet_unref(packet);
    }

    /// Drains the decoder.
    void decodeRest() {
        send(null);
    }

    void decode(AVPacket coded) {
        send(coded);
    }

    private void send(@Nullable AVPacket coded) {
        int sent = avcodec_send_packet(context, coded);
        if (sent < 0) {
            long at = coded == null ? -1 : coded.pts();
            complain("packet at " + at + ": " + Natives.errorText(sent));
        }
        int refused = 0;
        while (refused < MOST_REFUSALS) {
            int code = avcodec_receive_frame(context, frame.get());
            if (code == avutil.AVERROR_EOF() || Natives.wantsMore(code)) {
                return;
            }
            if (code < 0) {
                complain(Natives.errorText(code));
                refused++;
            } else {
                refused = 0;
                if (frame.get().decode_error_flags() != 0) {
                    complain("damaged frame at " + frame.get().pts());
                }
                frames.accept(frame.get());
            }
        }
    }

    private void complain(String what) {
        if (errors.size() < MOST_ERRORS) {
            errors.add(name + ": " + what);
        }
    }

    /// The first errors.
    List<String> errors() {
        return errors;
    }

    @Override
    public void close() {
        frame.close();
        avcodec.av_packet_free(packet);
        avcodec_free_context(context);
    }
}
