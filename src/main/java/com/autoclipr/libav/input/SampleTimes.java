package com.autoclipr.libav.input;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_FLAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VORBIS;
import static org.bytedeco.ffmpeg.global.avcodec.av_shrink_packet;

import com.autoclipr.libav.handles.Timestamps;
import com.autoclipr.time.Rational;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.jspecify.annotations.Nullable;

/// Puts packets right whose times the demuxer counted in samples of another rate than theirs. It
/// knows one rate, that of the stream's first packet; where the rate changes within a file, the
/// packets themselves say it. Given all packets of one stream in file order.
public final class SampleTimes {
    /// Durations that differ by less are the same, rounded.
    private static final double SAME = 0.01;

    /// A demuxer that mixes two rates is off by less; a gap lasts longer.
    private static final double NEAR_SECONDS = 0.02;

    private enum Kind {
        /// ADTS alone: the demuxer counts every packet.
        ADTS,
        /// ADTS in packets of MPEG: it counts from one timestamp of the file to the next.
        ADTS_DATED,
        FLAC,
        VORBIS
    }

    private final Kind kind;
    private final Rational timeBase;
    private final int streamRateHz;

    /// Whether the numbers of frames are all that the file says of their times.
    private final boolean onlyNumbered;

    /// What ticks of the current rate are multiplied by.
    private Rational scale = Rational.ONE;

    private @Nullable Rational due;
    private @Nullable CodedFrame lastFlac;
    private boolean wrong;
    private long packets;
    private long corrected;
    private long firstPacket;
    private long firstTicks;

    private SampleTimes(Kind kind, AVStream stream, boolean onlyNumbered) {
        this.kind = kind;
        this.timeBase = Timestamps.base(stream);
        this.onlyNumbered = onlyNumbered;
        this.streamRateHz = stream.codecpar().sample_rate();
    }

    /// For a stream whose times may have to be put right.
    static Optional<SampleTimes> of(String container, AVStream stream) {
        int codec = stream.codecpar().codec_id();
        Kind kind =
                switch (container) {
                    case "aac" -> codec == AV_CODEC_ID_AAC ? Kind.ADTS : null;
                    case "mpegts", "mpeg" -> codec == AV_CODEC_ID_AAC ? Kind.ADTS_DATED : null;
                    case "flac", "ogg" ->
                            codec == AV_CODEC_ID_FLAC
                                    ? Kind.FLAC
                                    : codec == AV_CODEC_ID_VORBIS ? Kind.VORBIS : null;
                    default -> null;
                };
        // A stream that begins late is not known to the demuxer; ADTS says all by itself.
        boolean known = stream.codecpar().sample_rate() > 0 || kind == Kind.ADTS_DATED;
        return kind == null || !known
                ? Optional.empty()
                : Optional.of(new SampleTimes(kind, stream, container.equals("flac")));
    }

    /// What comes next does not follow.
    void seek() {
        due = null;
        lastFlac = null;
        wrong = false;
    }

    /// Puts a packet right.
    ///
    /// @return whether it is one; else it repeats what was delivered before
    boolean correct(AVPacket packet) {
        switch (kind) {
            case ADTS, ADTS_DATED -> correctAdts(packet);
            case FLAC -> {
                if (onlyNumbered) {
                    av_shrink_packet(packet, CodedFrame.flacFileIn(CodedFrame.bytes(packet)));
                }
                if (repeats(packet)) {
                    return false;
                }
                correctFlac(packet);
            }
            case VORBIS -> {
                CodedFrame.vorbisIdentification(CodedFrame.bytes(packet))
                        .ifPresent(known -> setRate(known.rateHz()));
                rescale(packet);
            }
        }
        packets++;
        return true;
    }

    private void correctAdts(AVPacket packet) {
        Optional<CodedFrame> frame = CodedFrame.adts(CodedFrame.bytes(packet));
        boolean late = streamRateHz <= 0 && due != null;
        if (frame.isEmpty() || (!Timestamps.known(packet.pts()) && !late)) {
            due = kind == Kind.ADTS ? due : null;
            return;
        }
        // A packet that the container dates is the only one that has a place in the file.
        boolean dated = kind == Kind.ADTS_DATED && packet.pos() >= 0;
        Rational counted = due;
        if (counted == null || (dated && Timestamps.known(packet.pts()))) {
            counted = Rational.of(packet.pts());
            wrong = false;
        }
        Rational ticks =
                new Rational(frame.get().samples(), frame.get().rateHz()).dividedBy(timeBase);
        wrong |= Math.abs(packet.duration() / ticks.toDouble() - 1) > SAME;
        if (wrong) {
            note(counted);
            setTicks(packet, counted);
            packet.duration(ticks.round());
        }
        due = counted.plus(ticks);
    }

    private void setRate(int rateHz) {
        Rational next = rateHz > 0 ? new Rational(streamRateHz, rateHz) : scale;
        Rational counted = due;
        if (!next.equals(scale) && counted != null) {
            // Else a damaged file, whose rate changes at every packet, asks forever larger
            // fractions.
            due = Rational.of(counted.round());
        }
        scale = next;
    }

    private void rescale(AVPacket packet) {
        if (!Timestamps.known(packet.pts())) {
            due = null;
            return;
        }
        put(packet, start(packet), packet.duration());
    }

    /// A demuxer that goes on counting over the change of rate is right there, and wrong later.
    private Rational start(AVPacket packet) {
        Rational start = scale.times(packet.pts());
        Rational counted = due;
        if (!areRounded() || counted == null) {
            return start;
        }
        boolean goesOn = isNear(Rational.of(packet.pts()), counted) || isNear(start, counted);
        return goesOn ? counted : start;
    }

    private boolean isNear(Rational ticks, Rational otherTicks) {
        return Math.abs(ticks.minus(otherTicks).toDouble()) * timeBase.toDouble() < NEAR_SECONDS;
    }

    /// Frames of FLAC have numbers: one that follows is where counting puts it, whatever the
    /// demuxer makes of the end of a file that another one follows.
    private void correctFlac(AVPacket packet) {
        ByteBuffer data = CodedFrame.bytes(packet);
        Optional<CodedFrame> first = CodedFrame.flac(data, 0);
        if (first.isEmpty()) {
            rescale(packet);
            return;
        }
        setRate(first.get().rateHz());
        boolean dated = Timestamps.known(packet.pts());
        boolean follows = lastFlac != null && first.get().follows(lastFlac);
        List<CodedFrame> frames = dated ? List.of(first.get()) : CodedFrame.flacFrames(data);
        lastFlac = frames.getLast();
        Rational counted = due;
        long samples = frames.stream().mapToLong(CodedFrame::samples).sum();
        boolean counts = onlyNumbered || areRounded();
        if (counts && counted != null && (follows || !dated)) {
            put(packet, counted, samples);
        } else if (counts && dated) {
            put(packet, start(packet), samples);
        } else {
            rescale(packet);
        }
    }

    /// At a change of rate the demuxer delivers the last frame before it twice.
    private boolean repeats(AVPacket packet) {
        CodedFrame last = lastFlac;
        return onlyNumbered
                && !Timestamps.known(packet.pts())
                && last != null
                && CodedFrame.flac(CodedFrame.bytes(packet), 0).filter(last::equals).isPresent();
    }

    /// @param ticks of the current rate that the packet lasts
    private void put(AVPacket packet, Rational start, long ticks) {
        Rational length = scale.times(ticks);
        if (packet.pts() != start.round() || packet.duration() != length.round()) {
            note(start);
            setTicks(packet, start);
            packet.duration(length.round());
        }
        due = start.plus(length);
    }

    private static void setTicks(AVPacket packet, Rational ticks) {
        packet.pts(ticks.round());
        packet.dts(ticks.round());
    }

    private void note(Rational ticks) {
        if (corrected == 0) {
            firstPacket = packets;
            firstTicks = ticks.round();
        }
        corrected++;
    }

    /// Whether the last packet's times are rounded to ticks of another rate, so that a sample is
    /// found exactly only by counting from where the rate changed.
    public boolean areRounded() {
        return !scale.equals(Rational.ONE);
    }

    /// Packets of which the file says nothing else than what was made of them, if there were any.
    public Optional<Correction> corrected() {
        return corrected == 0 || kind == Kind.ADTS_DATED
                ? Optional.empty()
                : Optional.of(new Correction(firstPacket, firstTicks, corrected));
    }

    /// Packets that were put right.
    ///
    /// @param packet number of the first one
    /// @param ticks its time, container ticks
    public record Correction(long packet, long ticks, long count) {}
}
