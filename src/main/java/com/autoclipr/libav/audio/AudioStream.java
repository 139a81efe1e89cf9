package com.autoclipr.libav.audio;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VORBIS;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_NEW_EXTRADATA;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_get_side_data;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;

import com.autoclipr.failure.FailureKind;
import com.autoclipr.libav.handles.FrameHandle;
import com.autoclipr.libav.handles.MediaFailures;
import com.autoclipr.libav.handles.Timestamps;
import com.autoclipr.libav.input.CodedFrame;
import com.autoclipr.libav.input.Containers;
import com.autoclipr.libav.input.InputFile;
import com.autoclipr.libav.input.SampleTimes;
import com.autoclipr.libav.input.StreamDecoder;
import com.autoclipr.libav.input.StreamPackets;
import com.autoclipr.libav.timing.StreamStart;
import com.autoclipr.media.AudioFacts;
import com.autoclipr.time.Rational;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.SizeTPointer;
import org.jspecify.annotations.Nullable;

/// The decoded frames of an audio stream, from shortly before a given time. Owns the open file, the
/// decoder and one frame.
final class AudioStream implements AutoCloseable {
    /// Pre-roll that is decoded and discarded before the first requested sample. It covers the
    /// convergence of decoders: Opus 80 ms (RFC 7845, 4.6), AAC with SBR 2 frames of 43 ms, the bit
    /// reservoir of MP3 (up to 9 frames of 26 ms), TrueHD's restart interval (128 units of 0.83
    /// ms).
    private static final Rational PRE_ROLL = new Rational(1, 2);

    /// FLAC, WavPack and TTA have blocks of a second and more.
    private static final Rational LONGEST_BLOCK = Rational.of(2);

    /// Closer to the start than this, seeking does not pay off.
    private static final Rational WORTH_SEEKING = Rational.of(2);

    /// How much earlier to seek in successive attempts if a seek ends up too late.
    private static final List<Rational> AIM_EARLIER =
            List.of(Rational.ZERO, Rational.of(5), Rational.of(30));

    /// Their index covers only the video.
    private static final Set<String> INDEXED_BY_PICTURES = Set.of(Containers.MATROSKA, "flv");

    /// A decoder may return the same error forever.
    private static final int MOST_REFUSALS = 64;

    private static final double FARTHEST_SECONDS = 200_000;

    private final InputFile input;
    private final StreamDecoder decoder;
    private final FrameHandle frame;
    private final AVStream stream;
    private final boolean seekable;
    private final Rational timeBase;
    private final StreamStart start;
    private final Rational wanted;
    private @Nullable AVPacket heldPacket;
    private @Nullable Rational early;
    private boolean firstFrameIsTrimmed;
    private boolean scanning;
    private boolean damaged;

    private AudioStream(InputFile input, AudioFacts facts, Rational wanted) {
        if (facts.streamIndex() >= input.streamCount()) {
            throw MediaFailures.of(
                            FailureKind.SOURCE_CHANGED,
                            input.path(),
                            "there is no stream " + facts.streamIndex())
                    .asException();
        }
        input.keepOnly(IamfAudio.readWith(input, facts.streamIndex()));
        this.input = input;
        this.wanted = wanted;
        this.stream = input.stream(facts.streamIndex());
        this.seekable =
                facts.clock().timedByContainer()
                        && Containers.seeksExactly(input.container(), stream);
        this.timeBase = Timestamps.base(stream);
        this.start = StreamStart.of(input.container(), stream);
        this.decoder = new StreamDecoder(new StreamPackets(input, stream, facts.clock()));
        this.frame = new FrameHandle();
    }

    /// Opens the stream so that frames from `wanted` seconds after its first sample are exact.
    static AudioStream open(Path path, AudioFacts facts, Rational wanted) {
        AudioStream sound = openAtStart(path, facts, wanted);
        if (wanted.compareTo(WORTH_SEEKING) < 0) {
            return sound;
        }
        try {
            if (sound.seekable && sound.seek()) {
                return sound;
            }
        } catch (RuntimeException e) {
            sound.close();
            throw e;
        }
        sound.close();
        AudioStream fromStart = openAtStart(path, facts, wanted);
        fromStart.scanning = true;
        return fromStart;
    }

    private static AudioStream openAtStart(Path path, AudioFacts facts, Rational wanted) {
        InputFile input = InputFile.open(path, facts.clock());
        try {
            return new AudioStream(input, facts, wanted);
        } catch (RuntimeException e) {
            input.close();
            throw e;
        }
    }

    /// Whether the next packet lies at or before what is wanted, less the pre-roll, and ends before
    /// it: the frame that it gives is passed over.
    private boolean seek() {
        Rational aim = wanted.minus(PRE_ROLL);
        for (Rational earlier : AIM_EARLIER) {
            Rational at = aim.minus(earlier);
            if (at.signum() <= 0) {
                return false;
            }
            AVPacket packet = seekTo(at) ? decoder.next() : null;
            if (packet != null
                    && believable(packet.pts())
                    && timeOf(packet.pts()).compareTo(aim) <= 0
                    && end(packet).compareTo(wanted) <= 0) {
                heldPacket = packet;
                firstFrameIsTrimmed = true;
                return true;
            }
        }
        return false;
    }

    private Rational end(AVPacket packet) {
        Rational length = packet.duration() > 0 ? timeBase.times(packet.duration()) : LONGEST_BLOCK;
        return timeOf(packet.pts()).plus(length);
    }

    private boolean seekTo(Rational time) {
        AVStream indexed =
                INDEXED_BY_PICTURES.contains(input.container())
                        ? input.streams().stream()
                                .filter(s -> s.codecpar().codec_type() == AVMEDIA_TYPE_VIDEO)
                                .findFirst()
                                .orElse(stream)
                        : stream;
        Rational containerTime = time.plus(timeBase.times(start.ticks()));
        return input.seek(indexed, containerTime.dividedBy(Timestamps.base(indexed)).floor());
    }

    /// Decodes the next frame; false at the end.
    boolean next() {
        int refused = 0;
        while (refused < MOST_REFUSALS) {
            switch (decoder.receive(frame.get())) {
                case FRAME -> {
                    if ((frame().flags() & AVFrame.AV_FRAME_FLAG_CORRUPT) != 0) {
                        noteDamage(frame().pts());
                    }
                    if (!firstFrameIsTrimmed) {
                        return true;
                    }
                    // After a seek a decoder may discard the stream's priming again (Opus does).
                    firstFrameIsTrimmed = false;
                }
                case WANTS_PACKET -> {
                    refused = 0;
                    feed();
                }
                case DAMAGED -> {
                    damaged = true;
                    refused++;
                }
                case ENDED -> {
                    return false;
                }
            }
        }
        return false;
    }

    private void feed() {
        AVPacket packet = heldPacket != null ? heldPacket : decoder.next();
        heldPacket = null;
        if (early == null && packet != null) {
            boolean timed = believable(packet.pts());
            early = timed ? timeOf(packet.pts()).min(Rational.ZERO).negate() : Rational.ZERO;
        }
        while (packet != null && canBePassedBy(packet)) {
            packet = decoder.next();
        }
        if (packet != null && decoder.endsBefore(packet)) {
            return;
        }
        if (!decoder.send(packet) && packet != null) {
            noteDamage(packet.pts());
        }
    }

    /// While reading from the start to the requested time: a packet that ends before the pre-roll
    /// need not be decoded.
    private boolean canBePassedBy(AVPacket packet) {
        if (!scanning
                || !believable(packet.pts())
                || (packet.flags() & AV_PKT_FLAG_KEY) == 0
                || begins(packet)
                || input.sampleTimes(stream.index()).filter(SampleTimes::areRounded).isPresent()) {
            return false;
        }
        Rational end = timeOf(packet.pts() + packet.duration());
        return end.compareTo(wanted.minus(PRE_ROLL)) < 0;
    }

    /// Whether the packet carries headers for what follows: another link of a chain.
    private boolean begins(AVPacket packet) {
        if (av_packet_get_side_data(packet, AV_PKT_DATA_NEW_EXTRADATA, (SizeTPointer) null)
                != null) {
            return true;
        }
        ByteBuffer data = CodedFrame.bytes(packet);
        return stream.codecpar().codec_id() == AV_CODEC_ID_VORBIS
                && data.hasRemaining()
                && (data.get(0) & 1) != 0;
    }

    /// Corruption before the requested time does not matter.
    private void noteDamage(long ticks) {
        if (!believable(ticks) || timeOf(ticks).compareTo(wanted) >= 0) {
            damaged = true;
        }
    }

    /// The decoded frame, which may be moved out; valid until the next call of [#next()].
    FrameHandle handle() {
        return frame;
    }

    private AVFrame frame() {
        return frame.get();
    }

    /// The time of a frame in seconds from the stream's first sample, if it has a timestamp.
    Optional<Rational> timeOf(AVFrame decoded) {
        long ticks = decoded.pts();
        return believable(ticks) ? Optional.of(timeOf(ticks)) : Optional.empty();
    }

    /// Seconds per tick of the container's timestamps.
    Rational timeBase() {
        return timeBase;
    }

    /// Priming samples that decode to separate frames.
    int primingSamples() {
        return start.primingSamples();
    }

    /// Seconds of priming before the stream's first sample, as each part of a chain has them; zero
    /// after a seek.
    Rational priming() {
        Rational known = early;
        return known == null ? Rational.ZERO : known;
    }

    /// Whether the first frame is undeclared encoder priming: in AAC a packet completes the
    /// previous one.
    boolean primesFirstFrame() {
        return stream.codecpar().codec_id() == AV_CODEC_ID_AAC;
    }

    /// How many packets had times that nothing can have.
    long untimed() {
        return decoder.packets().untimed();
    }

    /// Whether audible packets were skipped.
    boolean damaged() {
        return damaged;
    }

    /// Whether a timestamp is valid, and close enough to the stream's start for exact arithmetic;
    /// corrupt files have others.
    private boolean believable(long ticks) {
        if (!Timestamps.known(ticks)) {
            return false;
        }
        double seconds = ((double) ticks - start.ticks()) * timeBase.toDouble();
        return Math.abs(seconds) < FARTHEST_SECONDS;
    }

    private Rational timeOf(long ticks) {
        return timeBase.times(Math.subtractExact(ticks, start.ticks()));
    }

    @Override
    public void close() {
        frame.close();
        decoder.close();
        input.close();
    }
}
