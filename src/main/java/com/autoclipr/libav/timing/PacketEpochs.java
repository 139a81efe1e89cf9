package com.autoclipr.libav.timing;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_FLAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_DISCARD;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;

import com.autoclipr.libav.handles.Timestamps;
import com.autoclipr.libav.input.CodedFrame;
import com.autoclipr.libav.input.KeyPackets;
import com.autoclipr.libav.input.PacketClock;
import com.autoclipr.libav.input.PacketCodec;
import com.autoclipr.libav.input.RefreshPoints;
import com.autoclipr.media.StreamClock;
import com.autoclipr.time.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.jspecify.annotations.Nullable;

/// Analyses the timestamps of one stream from its first to its last packet: epochs of continuous
/// timestamps, packets at which decoding can start, and longer gaps.
///
/// An epoch ends where the DTS go back, or jump further than a pause of a recording could explain.
final class PacketEpochs {
    /// DTS do not go back, but within a part they may jitter, and where only PTS are known, those
    /// vary within the reorder depth.
    private static final Rational JITTER = new Rational(1, 10);

    private static final Rational REORDERING = Rational.ONE;

    /// So many packets at the start of a stream may have no decoding time though all others have.
    private static final int DEEPEST_REORDERING = 16;

    /// As in the `ffmpeg` program (`-dts_delta_threshold`).
    static final Rational LEAP = Rational.of(10);

    /// Maximum number of packets with isolated wrong timestamps.
    private static final int SPIKE_PACKETS = 3;

    /// Enough for a recording with some interruptions; a file with more is corrupt throughout.
    private static final int MOST_EPOCHS = 1_000;

    private static final int MOST_ENTRIES = 10_000;

    /// Limit for the list; the rest is only counted.
    static final int MOST_GAPS = 20;

    /// Of Vorbis.
    private static final int HEADER_PACKETS = 3;

    private static final Rational LONG_GAP = new Rational(1, 2);

    /// Minimum length of a gap in packets.
    private static final int GAP_PACKETS = 10;

    /// What may be one where other streams have one, too, or where packets were even so far.
    private static final int BREAK_PACKETS = 2;

    private static final int MANY_PACKETS = 30;

    /// A part of the stream with continuous timestamps, in container ticks.
    static final class Epoch {
        private final long firstPacket;
        private final long jumpTicks;
        private final OptionalLong beforeTicks;
        private long firstTicks;
        private long endTicks;
        private int packets;

        Epoch(long firstPacket, long jumpTicks, OptionalLong beforeTicks, long ticks) {
            this.firstPacket = firstPacket;
            this.jumpTicks = jumpTicks;
            this.beforeTicks = beforeTicks;
            this.firstTicks = ticks;
            this.endTicks = ticks;
        }

        /// Index of its first packet.
        long firstPacket() {
            return firstPacket;
        }

        /// Jump at its first packet; zero for the first epoch.
        long jumpTicks() {
            return jumpTicks;
        }

        /// Where its content begins by the timestamps of the epoch before, which the demuxer
        /// continued for some packets; empty if it begins with its timestamps.
        OptionalLong beforeTicks() {
            return beforeTicks;
        }

        /// The earliest PTS.
        long firstTicks() {
            return firstTicks;
        }

        /// The latest end of a packet.
        long endTicks() {
            return endTicks;
        }

        private void add(long ticks, long duration) {
            packets++;
            firstTicks = Math.min(firstTicks, ticks);
            endTicks = Math.max(endTicks, ticks + duration);
        }
    }

    /// Packets from `first` to `end`, exclusive, with isolated wrong timestamps.
    ///
    /// @param dueTicks expected PTS of the first of them, in container ticks
    /// @param addTicks correction
    record Spike(long first, long end, long dueTicks, long addTicks) {}

    /// A gap before packet `packet`, in container ticks.
    record Gap(long packet, long atTicks, long lengthTicks) {}

    /// The stream goes on as another stream of the file, or in another codec.
    ///
    /// @param packet number of the first one of that
    /// @param ticks when it is shown or heard
    /// @param from number and codec before
    /// @param to likewise, from then on
    /// @param otherStream whether it is another stream
    record Turn(long packet, long ticks, String from, String to, boolean otherStream) {}

    private final String container;
    private final AVStream stream;
    private final StreamClock first;
    private final PacketClock clock;
    private final StreamClock.Source source;
    private final long delayTicks;
    private final Rational timeBase;
    private final Predicate<AVPacket> startsAt;
    private final boolean pictures;
    private final List<Epoch> epochs = new ArrayList<>();
    private final List<StreamClock.Entry> entries = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<Gap> breaks = new ArrayList<>();
    private final List<Spike> spikes = new ArrayList<>();
    private final List<StreamClock.Part> parts = new ArrayList<>();
    private final List<Turn> turns = new ArrayList<>();
    private PacketCodec codec;
    private int part;
    private String kind = "";
    private @Nullable Jump jump;
    private long entryTicks;
    private long lastTicks;
    private long datedTicks;
    private int sinceDated;
    private long lastDuration;
    private OptionalLong linkTicks = OptionalLong.empty();
    private boolean fullyDated = true;
    private boolean counted;
    private boolean even = true;
    private boolean saysDurations;
    private int gapCount;

    /// @param first clock according to the first packets
    PacketEpochs(String container, AVStream stream, StreamClock first) {
        this.container = container;
        this.stream = stream;
        this.first = first;
        this.clock = new PacketClock(stream, first);
        this.source = first.source();
        this.delayTicks = first.delayTicks();
        this.timeBase = Timestamps.base(stream);
        this.pictures = stream.codecpar().codec_type() == AVMEDIA_TYPE_VIDEO;
        this.codec = new PacketCodec(container, stream);
        this.part = stream.index();
        this.startsAt =
                source == StreamClock.Source.STORED
                        ? new KeyPackets(stream)::startsAt
                        : new RefreshPoints(stream)::isAt;
    }

    AVStream stream() {
        return stream;
    }

    /// Encoder priming at the start of each epoch, in ticks.
    long primingTicks() {
        if (pictures) {
            return 0;
        }
        long heard = StreamStart.of(container, stream).ticks();
        return Math.max(0, heard - epochs.getFirst().firstTicks());
    }

    /// In order; empty if no packet has a timestamp.
    List<Epoch> epochs() {
        return epochs;
    }

    /// About one per second, in container ticks; only for video, and not if its pictures have to be
    /// counted from the start.
    List<StreamClock.Entry> entries() {
        return entries;
    }

    /// The first of them, in order.
    List<Gap> gaps() {
        return gaps;
    }

    int gapCount() {
        return gapCount;
    }

    /// Shorter ones, as pictures and sound may leave at any time; of sound, the longer ones, too.
    List<Gap> breaks() {
        return breaks;
    }

    List<Spike> spikes() {
        return spikes;
    }

    /// Empty if it is one stream from start to end.
    List<StreamClock.Part> parts() {
        return parts;
    }

    /// The first of them, in order.
    List<Turn> turns() {
        return turns;
    }

    /// What is added next comes from this stream of the file, which the ones before go on as.
    void begin(AVStream next) {
        part = next.index();
        parts.add(new StreamClock.Part(clock.count(), part));
        codec = new PacketCodec(container, next);
    }

    boolean isPictures() {
        return pictures;
    }

    /// Whether every packet has a DTS, so that the container can seek by time.
    boolean fullyDated() {
        return fullyDated;
    }

    /// The timestamps of a packet.
    ///
    /// @param number index of the packet
    /// @param decoding DTS in ticks; extrapolated if missing
    /// @param shown PTS in ticks
    /// @param dated whether the DTS is stored
    /// @param begins whether decoding can start there
    private record Stamp(long number, long decoding, long shown, boolean dated, boolean begins) {}

    /// Processes the next packet of the stream.
    void add(AVPacket packet) {
        long number = clock.count();
        String before = kind;
        if (codec.add(packet) || before.isEmpty() || startsPart(number)) {
            kind = part + ", " + avcodec_get_name(codec.id()).getString();
        }
        fullyDated &= Timestamps.known(packet.dts()) || Timestamps.known(packet.pts());
        counted |= number == 0 && pictures && PictureTimes.areCounted(first, packet);
        clock.apply(packet);
        boolean timed = source == StreamClock.Source.STORED && Timestamps.known(packet.pts());
        boolean dated = Timestamps.known(packet.dts());
        boolean known = dated || timed || !epochs.isEmpty();
        if (!known || (packet.flags() & AV_PKT_FLAG_DISCARD) != 0) {
            return;
        }
        long due = lastTicks + lastDuration;
        boolean early = timed && pictures && number > 0 && number <= DEEPEST_REORDERING;
        boolean ordered =
                early && timeBase.times(Math.abs(packet.pts() - due)).compareTo(REORDERING) < 0;
        long decoding = dated ? packet.dts() : timed && !ordered ? packet.pts() : due;
        long shown = timed ? packet.pts() : decoding + delayTicks;
        long duration = Math.max(0, packet.duration());
        Stamp stamp = new Stamp(number, decoding, shown, dated, !pictures || startsAt.test(packet));
        if (startsLink(packet)) {
            linkTicks = OptionalLong.of(shown);
        }
        follow(stamp);
        if (!before.isEmpty() && !before.equals(kind) && turns.size() < MOST_EPOCHS) {
            turns.add(new Turn(number, shown, before, kind, startsPart(number)));
        }
        // The headers of a link of a chain are packets, too, which alone do not say how long.
        saysDurations |= duration > 0;
        boolean lasts =
                duration > 0
                        || source == StreamClock.Source.COUNTED
                        || (!pictures && saysDurations);
        epochs.getLast().add(shown, lasts ? duration : lastDuration);
        if (pictures && stamp.begins && !counted) {
            enter(number, shown);
        }
        boolean alone = epochs.size() == 1 && epochs.getLast().packets == 1;
        sinceDated++;
        if (duration > 0) {
            lastDuration = duration;
        } else if (alone) {
            lastDuration = 0;
        } else if (dated || timed) {
            lastDuration = Math.clamp((decoding - datedTicks) / sinceDated, 0, second());
        }
        if (dated || timed) {
            datedTicks = decoding;
            sinceDated = 0;
        }
        lastTicks = decoding;
    }

    /// Whether a link of a chain begins: in Ogg, the demuxer continues its count of FLAC up to the
    /// link's first page with a time, which may be seconds later.
    private boolean startsLink(AVPacket packet) {
        return container.equals("ogg")
                && codec.id() == AV_CODEC_ID_FLAC
                && !epochs.isEmpty()
                && CodedFrame.isFirstFlac(packet);
    }

    private boolean startsPart(long number) {
        return !parts.isEmpty() && parts.getLast().packet() == number;
    }

    /// A jump that may turn out to be limited to some packets.
    ///
    /// @param packet index of the first packet after it
    /// @param due expected DTS of that packet
    /// @param shownDue expected PTS of that packet
    /// @param decoding actual DTS
    /// @param endTicks end of the epoch before it
    /// @param epoch whether a new epoch began
    /// @param gap whether a gap was recorded
    private record Jump(
            long packet,
            long due,
            long shownDue,
            long decoding,
            long endTicks,
            boolean epoch,
            boolean gap) {}

    /// Begins a new epoch if timestamps are not continuous.
    private void follow(Stamp stamp) {
        if (epochs.isEmpty()) {
            epochs.add(new Epoch(stamp.number, 0, OptionalLong.empty(), stamp.shown));
            return;
        }
        long due = lastTicks + lastDuration;
        long late = stamp.decoding - due;
        Rational seconds = timeBase.times(late);
        boolean back = goesBack(stamp);
        if (!back && seconds.compareTo(JITTER) <= 0) {
            even &= Math.abs(late) <= Math.max(2, lastDuration / MANY_PACKETS);
            return;
        }
        if (isBackOnTime(stamp)) {
            takeBack(stamp.number);
            return;
        }
        boolean begins = (back || seconds.compareTo(LEAP) > 0) && epochs.size() < MOST_EPOCHS;
        boolean gap =
                !begins
                        && lastDuration > 0
                        && seconds.compareTo(LONG_GAP) > 0
                        && late > GAP_PACKETS * lastDuration;
        long end = epochs.getLast().endTicks;
        long shownDue = stamp.shown - late;
        jump = new Jump(stamp.number, due, shownDue, stamp.decoding, end, begins, gap);
        if (begins) {
            begin(stamp, late);
        } else if (gap) {
            gapCount++;
            if (gaps.size() < MOST_GAPS) {
                gaps.add(new Gap(stamp.number, due, late));
            }
        }
        boolean breaks = gap ? !pictures : !begins && late > BREAK_PACKETS * lastDuration;
        if (breaks && lastDuration > 0) {
            noteBreak(new Gap(stamp.number, due, late));
        }
    }

    private void noteBreak(Gap gap) {
        if (breaks.size() < MOST_EPOCHS) {
            breaks.add(gap);
        }
    }

    /// Whether every packet but those behind a gap followed the one before it at once.
    boolean isEven() {
        return even && clock.count() > MANY_PACKETS;
    }

    /// Whether a packet continues from before the last jump, some packets ago.
    private boolean isBackOnTime(Stamp stamp) {
        Jump last = jump;
        if (last == null || stamp.number - last.packet > SPIKE_PACKETS) {
            return false;
        }
        long off = stamp.decoding - last.due - (stamp.number - last.packet) * lastDuration;
        return timeBase.times(Math.abs(off)).compareTo(JITTER) <= 0;
    }

    /// The last jump was limited to the packets before `number`, which are corrected.
    private void takeBack(long number) {
        Jump last = jump;
        if (last == null) {
            return;
        }
        if (last.epoch) {
            epochs.removeLast();
        }
        if (last.gap) {
            gapCount--;
            if (gaps.getLast().packet == last.packet) {
                gaps.removeLast();
            }
        }
        breaks.removeIf(gap -> gap.packet == last.packet);
        epochs.getLast().endTicks = last.endTicks;
        if (spikes.size() < MOST_EPOCHS) {
            spikes.add(new Spike(last.packet, number, last.shownDue, last.due - last.decoding));
        }
        jump = null;
    }

    /// Repeated headers of a chained stream are packets with their own timestamps: the epoch begins
    /// with them.
    private void begin(Stamp stamp, long late) {
        Epoch last = epochs.getLast();
        if (epochs.size() > 1 && last.packets <= HEADER_PACKETS) {
            epochs.removeLast();
            long jumped = last.jumpTicks + late;
            epochs.add(new Epoch(last.firstPacket, jumped, last.beforeTicks, stamp.shown));
        } else {
            epochs.add(new Epoch(stamp.number, late, linkTicks, stamp.shown));
        }
        linkTicks = OptionalLong.empty();
    }

    private boolean goesBack(Stamp stamp) {
        Rational back = timeBase.times(lastTicks - stamp.decoding);
        if (!stamp.dated) {
            return back.compareTo(REORDERING) > 0;
        }
        return back.signum() > 0 && (stamp.begins || back.compareTo(JITTER) > 0);
    }

    private void enter(long number, long shown) {
        boolean far =
                entries.isEmpty()
                        || shown - entries.getLast().ticks() >= Math.max(second(), entryTicks)
                        || epochs.getLast().firstPacket() > entries.getLast().packet();
        if (!far) {
            return;
        }
        if (entries.size() >= MOST_ENTRIES) {
            // For a long file every second one is enough.
            entryTicks = 2 * Math.max(second(), entryTicks);
            for (int i = entries.size() - 1; i > 0; i -= 2) {
                entries.remove(i);
            }
        }
        entries.add(new StreamClock.Entry(number, shown));
    }

    private long second() {
        return timeBase.reciprocal().ceil();
    }
}
