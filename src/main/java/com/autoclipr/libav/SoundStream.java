package com.autoclipr.libav;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.media.AudioFacts;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;

/// The decoded frames of a sound stream, from a little before a given time on. Owns the open file,
/// a single-threaded decoder, one packet and one frame.
final class SoundStream implements AutoCloseable {
    /// Decoded and thrown away before the first sample wanted. It covers what decoders need to
    /// settle: Opus 80 ms (RFC 7845, 4.6), AAC with SBR 2 frames of 43 ms, the bit reservoir of MP3
    /// (up to 9 frames of 26 ms), TrueHD's restart interval (128 units of 0.83 ms).
    private static final Rational PRE_ROLL = new Rational(1, 2);

    /// Nearer to the start than this, seeking gains nothing.
    private static final Rational WORTH_SEEKING = new Rational(2, 1);

    /// How much earlier to aim, try by try, when a seek lands too late.
    private static final Rational[] AIM_EARLIER = {Rational.ZERO, Rational.of(5), Rational.of(30)};

    /// Their timestamps after a seek are guessed from the bit rate; read from the start they are
    /// exact.
    private static final Set<String> GUESSED_AFTER_SEEK = Set.of("mp3");

    private static final String MATROSKA = "matroska,webm";

    /// Their index belongs to the pictures alone.
    private static final Set<String> INDEXED_BY_PICTURES = Set.of(MATROSKA, "flv");

    private static final int MOST_READ_ERRORS = 100;

    private final String file;
    private final AudioFacts facts;
    private final AVFormatContext context = new AVFormatContext(null);
    private final AVCodecContext decoder;
    private final AVStream stream;
    private final AVPacket packet = avcodec.av_packet_alloc();
    private final AVFrame frame = avutil.av_frame_alloc();
    private final Rational timeBase;
    private final long startTicks;
    private final int primingSamples;
    private final Rational wanted;
    private boolean packetHeld;
    private boolean firstFrameIsTrimmed;
    private boolean scanning;
    private boolean draining;
    private boolean damaged;
    private int readErrors;
    private boolean open = true;

    /// @param wanted seconds after the stream's first sample
    private SoundStream(Path path, AudioFacts facts, Rational wanted) {
        this.file = path.toString();
        this.facts = facts;
        this.wanted = wanted;
        openFile(path);
        if (facts.streamIndex() >= context.nb_streams()) {
            throw failure(FailureKind.MEDIA_BROKEN, "there is no stream " + facts.streamIndex());
        }
        for (int i = 0; i < context.nb_streams(); i++) {
            if (i != facts.streamIndex()) {
                context.streams(i).discard(AVDISCARD_ALL);
            }
        }
        this.stream = context.streams(facts.streamIndex());
        this.timeBase = rational(stream.time_base());
        this.primingSamples = primingSamples(context, stream);
        this.startTicks = firstHeardTicks(context, stream);
        this.decoder = openDecoder();
    }

    /// The timestamp of the first sample that is heard, in ticks of the stream: what
    /// [AudioFacts#start()] counts from. It is the stream's start, after the priming that Matroska
    /// announces beside its timestamps; other containers' starts are after it already.
    static long firstHeardTicks(AVFormatContext context, AVStream stream) {
        long start = stream.start_time() == AV_NOPTS_VALUE ? 0 : stream.start_time();
        int priming = primingSamples(context, stream);
        if (priming == 0) {
            return start;
        }
        Rational seconds = new Rational(priming, stream.codecpar().sample_rate());
        return start + seconds.dividedBy(rational(stream.time_base())).round();
    }

    /// Samples before the first one heard that Matroska's timestamps count as negative time.
    private static int primingSamples(AVFormatContext context, AVStream stream) {
        boolean matroska = context.iformat().name().getString().equals(MATROSKA);
        return matroska && stream.codecpar().sample_rate() > 0
                ? Math.max(0, stream.codecpar().initial_padding())
                : 0;
    }

    /// Opens the stream so that frames from `wanted` seconds after its first sample on are exact.
    static SoundStream open(Path path, AudioFacts facts, Rational wanted) {
        SoundStream sound = new SoundStream(path, facts, wanted);
        if (wanted.compareTo(WORTH_SEEKING) < 0) {
            return sound;
        }
        if (!GUESSED_AFTER_SEEK.contains(sound.formatName()) && sound.seek()) {
            return sound;
        }
        sound.close();
        SoundStream fromStart = new SoundStream(path, facts, wanted);
        fromStart.scanning = true;
        return fromStart;
    }

    private void openFile(Path path) {
        AVDictionary options = new AVDictionary(null);
        avutil.av_dict_set(options, "protocol_whitelist", "file", 0);
        int code =
                avformat_open_input(
                        context, "file:" + path.toAbsolutePath(), (AVInputFormat) null, options);
        avutil.av_dict_free(options);
        Natives.check(code, FailureKind.MEDIA_BROKEN, "file", file);
        Natives.check(
                avformat_find_stream_info(context, (AVDictionary) null),
                FailureKind.MEDIA_BROKEN,
                "file",
                file);
    }

    private AVCodecContext openDecoder() {
        AVCodec codec = avcodec_find_decoder(stream.codecpar().codec_id());
        if (codec == null) {
            throw failure(FailureKind.MEDIA_UNSUPPORTED, "no decoder for " + facts.codec());
        }
        AVCodecContext context = avcodec_alloc_context3(codec);
        try {
            String[] facts = {"file", file};
            FailureKind kind = FailureKind.MEDIA_UNSUPPORTED;
            Natives.check(avcodec_parameters_to_context(context, stream.codecpar()), kind, facts);
            context.pkt_timebase(stream.time_base());
            context.thread_count(1);
            Natives.check(avcodec_open2(context, codec, (AVDictionary) null), kind, facts);
            return context;
        } catch (FailureException e) {
            avcodec_free_context(context);
            throw e;
        }
    }

    /// Whether the next packet lies at or before what is wanted, less the pre-roll.
    private boolean seek() {
        Rational aim = wanted.minus(PRE_ROLL);
        for (Rational earlier : AIM_EARLIER) {
            Rational at = aim.minus(earlier);
            if (at.signum() <= 0) {
                return false;
            }
            if (!seekTo(at)) {
                continue;
            }
            if (readPacket()
                    && packet.pts() != AV_NOPTS_VALUE
                    && timeOf(packet.pts()).compareTo(aim) <= 0) {
                packetHeld = true;
                firstFrameIsTrimmed = true;
                return true;
            }
        }
        return false;
    }

    private boolean seekTo(Rational time) {
        int index = facts.streamIndex();
        if (INDEXED_BY_PICTURES.contains(formatName())) {
            for (int i = context.nb_streams() - 1; i >= 0; i--) {
                if (context.streams(i).codecpar().codec_type() == avutil.AVMEDIA_TYPE_VIDEO) {
                    index = i;
                }
            }
        }
        Rational containerTime = time.plus(timeBase.times(startTicks));
        Rational ticks = containerTime.dividedBy(rational(context.streams(index).time_base()));
        return av_seek_frame(context, index, ticks.floor(), AVSEEK_FLAG_BACKWARD) >= 0;
    }

    private String formatName() {
        return context.iformat().name().getString();
    }

    /// Decodes the next frame; false at the end.
    boolean next() {
        while (true) {
            int code = avcodec_receive_frame(decoder, frame);
            if (code >= 0) {
                if ((frame.flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) != 0) {
                    noteDamage(frame.pts());
                }
                if (!firstFrameIsTrimmed) {
                    return true;
                }
                // After a seek a decoder takes off the stream's priming once more (Opus does).
                firstFrameIsTrimmed = false;
                continue;
            }
            if (code == avutil.AVERROR_EOF()) {
                return false;
            }
            if (code == avutil.AVERROR_EAGAIN()) {
                feed();
            } else {
                Natives.check(memoryOnly(code), FailureKind.OUT_OF_MEMORY, "file", file);
                noteDamage(AV_NOPTS_VALUE);
            }
        }
    }

    private void feed() {
        if (draining) {
            throw failure(FailureKind.INTERNAL, "the decoder wants more after its end");
        }
        do {
            if (packetHeld) {
                packetHeld = false;
            } else if (!readPacket()) {
                draining = true;
                avcodec_send_packet(decoder, null);
                return;
            }
        } while (canBePassedBy());
        int code = avcodec_send_packet(decoder, packet);
        if (code < 0 && code != avutil.AVERROR_EOF()) {
            Natives.check(memoryOnly(code), FailureKind.OUT_OF_MEMORY, "file", file);
            noteDamage(packet.pts());
        }
        avcodec.av_packet_unref(packet);
    }

    /// While the way to the wanted time is read from the start: a packet that ends before the
    /// pre-roll needs no decoding.
    private boolean canBePassedBy() {
        if (!scanning
                || packet.pts() == AV_NOPTS_VALUE
                || (packet.flags() & AV_PKT_FLAG_KEY) == 0) {
            return false;
        }
        Rational end = timeOf(packet.pts() + packet.duration());
        return end.compareTo(wanted.minus(PRE_ROLL)) < 0;
    }

    /// The next packet of the stream; false at the end of the file.
    private boolean readPacket() {
        while (true) {
            avcodec.av_packet_unref(packet);
            int code = av_read_frame(context, packet);
            if (code == avutil.AVERROR_EOF()) {
                return false;
            }
            if (code < 0) {
                Natives.check(memoryOnly(code), FailureKind.OUT_OF_MEMORY, "file", file);
                damaged = true;
                if (++readErrors > MOST_READ_ERRORS) {
                    return false;
                }
            } else if (packet.stream_index() == facts.streamIndex()) {
                return true;
            }
        }
    }

    /// Damage before the wanted time is nobody's loss.
    private void noteDamage(long ticks) {
        if (ticks == AV_NOPTS_VALUE || timeOf(ticks).compareTo(wanted) >= 0) {
            damaged = true;
        }
    }

    /// Running out of memory ends the work; every other error is damage.
    private static int memoryOnly(int code) {
        int outOfMemory = -12;
        return code == outOfMemory ? code : 0;
    }

    /// The decoded frame; valid until the next call of [#next()].
    AVFrame frame() {
        return frame;
    }

    /// Seconds from the stream's first sample to that of the frame, where timestamps tell.
    Optional<Rational> frameTime() {
        return frame.pts() == AV_NOPTS_VALUE ? Optional.empty() : Optional.of(timeOf(frame.pts()));
    }

    /// Seconds per tick of the container's timestamps.
    Rational timeBase() {
        return timeBase;
    }

    /// Samples before the first one heard that decode to frames of their own.
    int primingSamples() {
        return primingSamples;
    }

    /// Whether packets that are heard were passed over.
    boolean damaged() {
        return damaged;
    }

    private Rational timeOf(long ticks) {
        return timeBase.times(Math.subtractExact(ticks, startTicks));
    }

    private static Rational rational(AVRational value) {
        return new Rational(value.num(), value.den());
    }

    private FailureException failure(FailureKind kind, String detail) {
        return Failure.of(kind, "file", file, "detail", detail).asException();
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            avutil.av_frame_free(frame);
            avcodec.av_packet_free(packet);
            avcodec_free_context(decoder);
            avformat_close_input(context);
        }
    }
}
