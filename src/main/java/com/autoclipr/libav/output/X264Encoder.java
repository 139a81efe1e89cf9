package com.autoclipr.libav.output;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_CLOSED_GOP;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PROFILE_H264_HIGH;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_set;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_set_double;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.libav.handles.Natives;
import com.autoclipr.media.VideoCodec;
import com.autoclipr.media.VideoEncoder;
import com.autoclipr.media.VideoEncoding;
import com.autoclipr.media.encoded.EncodedPacket;
import com.autoclipr.media.encoded.EncodedVideo;
import com.autoclipr.media.picture.OutputFrame;
import com.autoclipr.time.Rational;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/// [VideoEncoder] with libx264. Owns the codec context, one native frame and one native packet.
///
/// One thread and a new context per chunk, so that the bytes depend only on the frames and the
/// [VideoEncoding]. The n-th packet in decoding order has a DTS of `n − delay` frames, where
/// `delay` depends on the preset alone, so that the DTS of joined chunks increase by one frame
/// each.
public final class X264Encoder implements VideoEncoder {
    /// X264_KEYINT_MAX_INFINITE: only the first frame is an IDR.
    private static final int NO_FURTHER_IDR = 1 << 30;

    /// Below this x264 becomes lossless, which High profile does not support.
    private static final int SMALLEST_LOSSY_CRF = 1;

    /// `stitchable`: parameter sets do not depend on length or content of a chunk. `annexb=0`:
    /// packets have length prefixes, the header is an avcC. `cpu-independent=1`: x264's decisions
    /// do not depend on the CPU.
    ///
    /// Without the last, x264's AVX-512 code for macroblock trees (`mbtree_propagate_list`) reads
    /// past its input, so that the same frames give different bytes from one encoder to the next.
    private static final String PARAMETERS = "stitchable=1:annexb=0:cpu-independent=1";

    private final VideoEncoding encoding;
    private final AVCodecContext context;
    private final AVFrame frame;
    private final AVPacket packet;
    private final byte[] header;
    private final int delayFrames;
    private final List<EncodedPacket> packets = new ArrayList<>();
    private long framesIn;
    private boolean open = true;

    private X264Encoder(VideoEncoding encoding, AVCodecContext context) {
        this.encoding = encoding;
        this.context = context;
        this.frame = avutil.av_frame_alloc();
        this.packet = avcodec.av_packet_alloc();
        frame.format(AV_PIX_FMT_YUV420P);
        frame.width(encoding.width());
        frame.height(encoding.height());
        // Rows without padding, so that a plane is copied in one go.
        check(av_frame_get_buffer(frame, 1));
        this.header = new byte[context.extradata_size()];
        context.extradata().get(header);
        this.delayFrames = context.has_b_frames();
    }

    /// @throws FailureException ENCODING, also for a preset that libx264 does not have
    public static X264Encoder open(VideoEncoding encoding, VideoCodec.X264 x264) {
        AVCodec codec = avcodec_find_encoder_by_name("libx264");
        if (codec == null) {
            throw Failure.of(FailureKind.ENCODING_FAILED)
                    .with(Fact.DETAIL, "this build of FFmpeg has no libx264")
                    .asException();
        }
        AVCodecContext context = avcodec_alloc_context3(codec);
        try {
            configure(context, encoding, x264);
            check(avcodec_open2(context, codec, (AVDictionary) null));
            if (context.extradata_size() < 7 || context.extradata().get(0) != 1) {
                throw refused("libx264 gave no avcC header");
            }
            return new X264Encoder(encoding, context);
        } catch (FailureException e) {
            avcodec_free_context(context);
            throw new FailureException(e.failure().with(Fact.PRESET, x264.preset()), e);
        }
    }

    private static void configure(
            AVCodecContext context, VideoEncoding encoding, VideoCodec.X264 x264) {
        Rational fps = encoding.frameRate().framesPerSecond();
        if (fps.numerator() > Integer.MAX_VALUE || fps.denominator() > Integer.MAX_VALUE) {
            throw refused("the frame rate " + fps + " does not fit 32 bits");
        }
        context.width(encoding.width());
        context.height(encoding.height());
        context.pix_fmt(AV_PIX_FMT_YUV420P);
        context.time_base(avutil.av_make_q((int) fps.denominator(), (int) fps.numerator()));
        context.framerate(avutil.av_make_q((int) fps.numerator(), (int) fps.denominator()));
        context.sample_aspect_ratio(avutil.av_make_q(1, 1));
        context.profile(AV_PROFILE_H264_HIGH);
        context.thread_count(1);
        context.gop_size(NO_FURTHER_IDR);
        context.flags(
                context.flags()
                        | AV_CODEC_FLAG_GLOBAL_HEADER
                        | AV_CODEC_FLAG_CLOSED_GOP
                        | AV_CODEC_FLAG_BITEXACT);
        context.color_primaries(avutil.AVCOL_PRI_BT709);
        context.color_trc(avutil.AVCOL_TRC_BT709);
        context.colorspace(avutil.AVCOL_SPC_BT709);
        context.color_range(avutil.AVCOL_RANGE_MPEG);
        context.chroma_sample_location(avutil.AVCHROMA_LOC_LEFT);
        int crf = Math.max(x264.crf(), SMALLEST_LOSSY_CRF);
        check(av_opt_set(context.priv_data(), "preset", x264.preset(), 0));
        check(av_opt_set(context.priv_data(), "profile", "high", 0));
        check(av_opt_set_double(context.priv_data(), "crf", crf, 0));
        check(av_opt_set(context.priv_data(), "x264-params", PARAMETERS, 0));
    }

    @Override
    public void encode(OutputFrame picture) {
        checkOpen();
        if (picture.width() != encoding.width() || picture.height() != encoding.height()) {
            throw new IllegalArgumentException(
                    "frame is %d×%d, the encoder wants %d×%d"
                            .formatted(
                                    picture.width(),
                                    picture.height(),
                                    encoding.width(),
                                    encoding.height()));
        }
        check(av_frame_make_writable(frame));
        copyPlane(picture.luma(), 0);
        copyPlane(picture.cb(), 1);
        copyPlane(picture.cr(), 2);
        frame.pts(framesIn++);
        send(frame, () -> {});
    }

    @Override
    public long encoded() {
        return packets.size();
    }

    @Override
    public EncodedVideo finish(Runnable told) {
        checkOpen();
        if (framesIn == 0) {
            throw refused("a chunk without frames");
        }
        send(null, told);
        EncodedVideo video = new EncodedVideo(header.clone(), packets);
        close();
        ChunkVerification.require(encoding, video);
        return video;
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

    private void copyPlane(byte[] samples, int plane) {
        int rows = plane == 0 ? encoding.height() : encoding.height() / 2;
        int width = samples.length / rows;
        int stride = frame.linesize(plane);
        var target = frame.data(plane).capacity((long) stride * rows).asByteBuffer();
        if (stride == width) {
            target.put(0, samples);
            return;
        }
        for (int row = 0; row < rows; row++) {
            target.put(row * stride, samples, row * width, width);
        }
    }

    private void send(@Nullable AVFrame input, Runnable told) {
        check(avcodec_send_frame(context, input));
        while (true) {
            int code = avcodec_receive_packet(context, packet);
            if (code == avutil.AVERROR_EAGAIN() || code == avutil.AVERROR_EOF()) {
                return;
            }
            check(code);
            long decodingIndex = (long) packets.size() - delayFrames;
            if (packet.pts() < decodingIndex) {
                throw refused("frame " + packet.pts() + " is decoded at " + decodingIndex);
            }
            boolean keyFrame = (packet.flags() & AV_PKT_FLAG_KEY) != 0;
            byte[] data = new byte[packet.size()];
            packet.data().capacity(data.length).asByteBuffer().get(data);
            packets.add(
                    new EncodedPacket(
                            withoutUserData(data), packet.pts(), decodingIndex, 1, keyFrame));
            avcodec.av_packet_unref(packet);
            told.run();
        }
    }

    /// Removes the SEI with x264's version and settings (H.264 annex D, user data unregistered),
    /// which decoders ignore.
    private static byte[] withoutUserData(byte[] lengthPrefixed) {
        byte[] kept = new byte[lengthPrefixed.length];
        int size = 0;
        int at = 0;
        while (at < lengthPrefixed.length) {
            int end = at + 4 + nalLength(lengthPrefixed, at);
            if (!isUserData(lengthPrefixed, at + 4)) {
                System.arraycopy(lengthPrefixed, at, kept, size, end - at);
                size += end - at;
            }
            at = end;
        }
        return size == kept.length ? kept : Arrays.copyOf(kept, size);
    }

    private static int nalLength(byte[] data, int at) {
        if (data.length - at < 6) {
            throw refused("a NAL unit is cut off");
        }
        int length =
                (data[at] & 0xff) << 24
                        | (data[at + 1] & 0xff) << 16
                        | (data[at + 2] & 0xff) << 8
                        | (data[at + 3] & 0xff);
        if (length < 2 || length > data.length - at - 4) {
            throw refused("a NAL unit says it has " + length + " bytes");
        }
        return length;
    }

    private static boolean isUserData(byte[] data, int nal) {
        int seiType = 6;
        int userDataUnregistered = 5;
        return (data[nal] & 0x1f) == seiType && data[nal + 1] == userDataUnregistered;
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
