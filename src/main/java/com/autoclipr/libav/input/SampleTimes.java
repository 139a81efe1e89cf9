package com.autoclipr.libav.input;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_FLAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_VORBIS;
import static org.bytedeco.ffmpeg.global.avcodec.av_shrink_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;

import com.autoclipr.libav.handles.Timestamps;
import com.autoclipr.time.Rational;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.jspecify.annotations.Nullable;

/// Corrects timestamps that samples contradict. A demuxer derives them with the rate of the first
/// packet, while packets may state another one later in the file; a muxer may have given all
/// packets the same one. Receives all packets of one stream in file order.
public final class SampleTimes {
    /// Durations that differ by less are equal after rounding.
    private static final double SAME = 0.01;

    /// A demuxer that mixes two rates is off by less; a gap lasts longer.
    private static final double NEAR_SECONDS = 0.02;

    private enum Kind {
        /// Raw ADTS: the demuxer counts every packet.
        ADTS,
        /// ADTS in MPEG packets: it counts from one stored timestamp to the next.
        ADTS_DATED,
        FLAC,
        VORBIS,
        /// Each packet has a stored timestamp: one that repeats the last one is none.
        STORED
    }

    private final Kind kind;
    private final Rational timeBase;
    private final int streamRateHz;
    private final int frameSamples;

    /// Whether frame numbers are the only timestamps in the file.
    private final boolean onlyNumbered;

    /// Factor for ticks of the current rate.
    private Rational scale = Rational.ONE;

    private @Nullable Rational due;
    private @Nullable CodedFrame lastFlac;
    private @Nullable Long lastStored;
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
        this.frameSamples = stream.codecpar().frame_size();
    }

    /// For a stream whose timestamps may need correction.
    static Optional<SampleTimes> of(String container, AVStream stream) {
        int codec = stream.codecpar().codec_id();
        boolean sound = stream.codecpar().codec_type() == AVMEDIA_TYPE_AUDIO;
        Kind kind =
                switch (container) {
                    case "aac" -> codec == AV_CODEC_ID_AAC ? Kind.ADTS : null;
                    case "mpegts", "mpeg" -> codec == AV_CODEC_ID_AAC ? Kind.ADTS_DATED : null;
                    case "flac", "ogg" ->
                            codec == AV_CODEC_ID_FLAC
                                    ? Kind.FLAC
                                    : codec == AV_CODEC_ID_VORBIS ? Kind.VORBIS : null;
                    case "rm", "flv", "asf" -> sound ? Kind.STORED : null;
                    default -> null;
                };
        // A stream that begins late is not known to the demuxer; ADTS says all by itself.
        boolean known = stream.codecpar().sample_rate() > 0 || kind == Kind.ADTS_DATED;
        return kind == null || !known
                ? Optional.empty()
                : Optional.of(new SampleTimes(kind, stream, container.equals("flac")));
    }

    /// The next packet does not follow.
    void seek() {
        due = null;
        lastFlac = null;
        lastStored = null;
        wrong = false;
    }

    /// Corrects a packet.
    ///
    /// @return false if it repeats an earlier one
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
            case STORED -> countRepeated(packet);
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
        // Only packets with a stored timestamp have a file position.
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

    private void countRepeated(AVPacket packet) {
        long stored = packet.pts();
        if (!Timestamps.known(stored)) {
            return;
        }
        Rational counted = due;
        Rational length =
                frameSamples > 0
                        ? new Rational(frameSamples, streamRateHz).dividedBy(timeBase)
                        : Rational.of(packet.duration());
        Long last = lastStored;
        lastStored = stored;
        if (counted == null || last == null || last != stored) {
            due = Rational.of(stored).plus(length);
            return;
        }
        note(counted);
        setTicks(packet, counted);
        due = counted.plus(length);
    }

    private void setRate(int rateHz) {
        Rational next = rateHz > 0 ? new Rational(streamRateHz, rateHz) : scale;
        Rational counted = due;
        if (!next.equals(scale) && counted != null) {
            // Otherwise a corrupt file, whose rate changes at every packet, leads to ever larger
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

    /// A demuxer that continues counting across the rate change is right at that point, but wrong
    /// later.
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

    /// FLAC frames are numbered: a consecutive one is placed by counting, whatever the demuxer does
    /// at the end of a concatenated file.
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

    /// At a rate change the demuxer delivers the last frame before it twice.
    private boolean repeats(AVPacket packet) {
        CodedFrame last = lastFlac;
        return onlyNumbered
                && !Timestamps.known(packet.pts())
                && last != null
                && CodedFrame.flac(CodedFrame.bytes(packet), 0).filter(last::equals).isPresent();
    }

    /// @param ticks duration of the packet at the current rate
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

    /// Whether the last packet's timestamps are rounded to ticks of another rate, so that exact
    /// samples need counting from the rate change.
    public boolean areRounded() {
        return !scale.equals(Rational.ONE);
    }

    /// Packets without other timestamps in the file, if there were any.
    public Optional<Correction> corrected() {
        return corrected == 0 || kind == Kind.ADTS_DATED
                ? Optional.empty()
                : Optional.of(new Correction(firstPacket, firstTicks, corrected));
    }

    /// Corrected packets.
    ///
    /// @param packet index of the first one
    /// @param ticks its timestamp in container ticks
    public record Correction(long packet, long ticks, long count) {}
}
