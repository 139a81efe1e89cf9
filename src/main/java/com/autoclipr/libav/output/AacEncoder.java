package com.autoclipr.libav.output;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.libav.handles.Natives;
import com.autoclipr.media.AudioEncoder;
import com.autoclipr.media.AudioEncoding;
import com.autoclipr.media.AudioSource;
import com.autoclipr.media.encoded.EncodedAudio;
import com.autoclipr.media.encoded.EncodedPacket;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/// [AudioEncoder] by FFmpeg's own AAC-LC encoder: 48 kHz, stereo. Owns the codec context, one
/// native frame and one native packet.
public final class AacEncoder implements AudioEncoder {
    /// Start value of the rate control; FFmpeg's default is 120. A trade-off, measured as SDR at
    /// 192 kbit/s: tones of 250, 440 and 1000 Hz at amplitude 0.5 have 55, 53 and 50 dB at 120, and
    /// 61, 63 and 53 dB at 12 and below; the first 8 s of footage 27.8 dB at 120 and 24.3 dB at 4
    /// (over 20 s, 23 and 22 dB). Clean isolated tones have priority: an error that fluctuates at
    /// the start of a track is audible.
    private static final int STARTING_LAMBDA = 4;

    private final AudioEncoding encoding;
    private final AVCodecContext context;
    private final AVFrame frame;
    private final AVPacket packet;
    private final byte[] header;
    private final int frameSamples;
    private final int primingSamples;
    private final List<EncodedPacket> packets = new ArrayList<>();
    private final float[] left;
    private final float[] right;
    private int pending;
    private long samples;
    private boolean open = true;

    private AacEncoder(AudioEncoding encoding, AVCodecContext context) {
        this.encoding = encoding;
        this.context = context;
        this.frameSamples = context.frame_size();
        this.primingSamples = context.initial_padding();
        this.frame = avutil.av_frame_alloc();
        this.packet = avcodec.av_packet_alloc();
        this.left = new float[frameSamples];
        this.right = new float[frameSamples];
        frame.format(AV_SAMPLE_FMT_FLTP);
        frame.sample_rate(AudioSource.SAMPLE_RATE_HZ);
        avutil.av_channel_layout_default(frame.ch_layout(), 2);
        frame.nb_samples(frameSamples);
        check(av_frame_get_buffer(frame, 0));
        this.header = new byte[context.extradata_size()];
        context.extradata().get(header);
    }

    public static AacEncoder open(AudioEncoding encoding) {
        AVCodec codec = avcodec_find_encoder_by_name("aac");
        if (codec == null) {
            throw refused("this build of FFmpeg has no AAC encoder");
        }
        AVCodecContext context = avcodec_alloc_context3(codec);
        try {
            context.sample_rate(AudioSource.SAMPLE_RATE_HZ);
            context.sample_fmt(AV_SAMPLE_FMT_FLTP);
            avutil.av_channel_layout_default(context.ch_layout(), 2);
            context.time_base(avutil.av_make_q(1, AudioSource.SAMPLE_RATE_HZ));
            context.bit_rate(encoding.bitrateBps());
            context.thread_count(1);
            // From the default it settles at coarse quantisation although bits are left, and an
            // isolated tone keeps an audible error.
            context.global_quality(STARTING_LAMBDA);
            // With a low start value intensity stereo is used too often: 2 dB worse on the same
            // footage.
            check(avutil.av_opt_set(context.priv_data(), "aac_is", "0", 0));
            context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_BITEXACT);
            check(avcodec_open2(context, codec, (AVDictionary) null));
            return new AacEncoder(encoding, context);
        } catch (FailureException e) {
            avcodec_free_context(context);
            throw e;
        }
    }

    @Override
    public void encode(float[] newLeft, float[] newRight, int count) {
        checkOpen();
        int taken = 0;
        while (taken < count) {
            int part = Math.min(count - taken, frameSamples - pending);
            System.arraycopy(newLeft, taken, left, pending, part);
            System.arraycopy(newRight, taken, right, pending, part);
            pending += part;
            taken += part;
            if (pending == frameSamples) {
                sendPending();
            }
        }
    }

    @Override
    public EncodedAudio finish() {
        checkOpen();
        if (pending > 0) {
            sendPending();
        }
        send(null);
        if (samples > 0 && endOfPackets() < samples) {
            throw refused(samples + " samples went in, " + endOfPackets() + " came out");
        }
        EncodedAudio sound =
                new EncodedAudio(
                        header.clone(), primingSamples, samples, encoding.bitrateBps(), packets);
        close();
        return sound;
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            avutil.av_frame_free(frame);
            avcodec.av_packet_free(packet);
            avcodec_free_context(context);
        }
    }

    private void sendPending() {
        check(av_frame_make_writable(frame));
        frame.nb_samples(pending);
        frame.pts(samples);
        putSamples(left, 0);
        putSamples(right, 1);
        samples += pending;
        pending = 0;
        send(frame);
    }

    private void putSamples(float[] from, int plane) {
        frame.data(plane)
                .capacity((long) pending * Float.BYTES)
                .asByteBuffer()
                .order(java.nio.ByteOrder.nativeOrder())
                .asFloatBuffer()
                .put(from, 0, pending);
    }

    private void send(@Nullable AVFrame input) {
        check(avcodec_send_frame(context, input));
        while (true) {
            int code = avcodec_receive_packet(context, packet);
            if (code == avutil.AVERROR_EAGAIN() || code == avutil.AVERROR_EOF()) {
                return;
            }
            check(code);
            keepPacket(input == null);
            avcodec.av_packet_unref(packet);
        }
    }

    /// The n-th packet holds the samples from `n × frame − priming`; padding after the last sample
    /// is cut off while the encoder is drained.
    private void keepPacket(boolean draining) {
        long first = (long) packets.size() * frameSamples - primingSamples;
        long room = draining ? samples - first : frameSamples;
        if (room <= 0) {
            return;
        }
        byte[] data = new byte[packet.size()];
        packet.data().capacity(data.length).asByteBuffer().get(data);
        int duration = (int) Math.min(frameSamples, room);
        packets.add(new EncodedPacket(data, first, first, duration, true));
    }

    private long endOfPackets() {
        if (packets.isEmpty()) {
            return -primingSamples;
        }
        EncodedPacket last = packets.getLast();
        return last.presentationIndex() + last.duration();
    }

    private void checkOpen() {
        if (!open) {
            throw new IllegalStateException("the encoder was closed");
        }
    }

    private static void check(int code) {
        Natives.check(code, FailureKind.ENCODING_FAILED);
    }

    private static FailureException refused(String detail) {
        return Failure.of(FailureKind.ENCODING_FAILED).with(Fact.DETAIL, detail).asException();
    }
}
