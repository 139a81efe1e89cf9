package com.autoclipr.libav.timing;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.libav.handles.Timestamps;
import com.autoclipr.libav.input.Containers;
import com.autoclipr.libav.input.InputFile;
import com.autoclipr.libav.input.SampleTimes;
import com.autoclipr.media.StreamClock;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.global.avformat;

/// What the timestamps of all packets of a file say, for containers without an index: how long its
/// streams are, and where their clocks start again. Nothing is decoded.
///
/// @param streams by index; without those of which no packet has a time
/// @param decisions what was made of the timestamps, `at` in seconds of container time
record WholeScan(Map<Integer, Scanned> streams, List<Met> decisions) {
    /// Containers in which any packet may carry any time: broadcast and live recordings, streams
    /// that were cut or put together as bytes, and elementary streams.
    private static final Set<String> WITHOUT_INDEX =
            Set.of(
                    "mpegts",
                    "mpeg",
                    "flv",
                    "flac",
                    "aac",
                    "ogg",
                    "nut",
                    "rm",
                    "asf",
                    "h264",
                    "hevc",
                    "obu",
                    "mpegvideo",
                    "m4v",
                    "mjpeg");

    /// Their demuxers look for the next packet in all that comes: they read to the end of the file,
    /// whatever lies behind the last packet that is used.
    private static final Set<String> READ_TO_THE_END = Set.of("mpegts", "mpeg", "aac");

    /// An index or tags may follow the last packet.
    private static final long LEAST_UNREAD = 4 << 10;

    /// Of each kind: a file that is damaged throughout has thousands.
    private static final int MOST_DECISIONS = PacketEpochs.MOST_GAPS;

    /// A stream.
    ///
    /// @param end seconds of container time, as moved, at which its last packet ends
    /// @param clock of its packets
    record Scanned(Rational end, StreamClock clock) {}

    /// A decision about a place.
    ///
    /// @param at seconds of container time, as moved
    record Met(Decision decision, Rational at) {
        /// The decision, its place counted from the source's zero.
        Decision from(Rational zero) {
            return decision.with("at", at.minus(zero).toDecimal(3));
        }
    }

    /// Whether timestamps were moved.
    boolean isJoined() {
        return decisions.stream()
                .anyMatch(met -> met.decision().kind() == DecisionKind.TIMESTAMP_DISCONTINUITY);
    }

    WholeScan {
        streams = Map.copyOf(streams);
        decisions = List.copyOf(decisions);
    }

    /// Whether a file has to be read whole for its timestamps to be known.
    static boolean isNeeded(InputFile input) {
        boolean estimated =
                input.context().duration_estimation_method()
                        == avformat.AVFMT_DURATION_FROM_BITRATE;
        return WITHOUT_INDEX.contains(input.container())
                || (input.container().equals(Containers.MATROSKA) && estimated)
                || isFragmented(input);
    }

    /// An MP4 whose `moov` lists no sample: they are in fragments, each with a time of its own.
    private static boolean isFragmented(InputFile input) {
        return input.container().startsWith("mov,")
                && input.streams().stream().allMatch(stream -> stream.nb_frames() == 0);
    }

    /// Reads all packets of `file`.
    ///
    /// @param clocks of the streams to read, by index, as far as their first packets tell
    static WholeScan of(Path file, Map<Integer, StreamClock> clocks) {
        try (InputFile input = InputFile.open(file)) {
            boolean mayGoOn = StreamSpans.areNeeded(input);
            if (!mayGoOn) {
                input.keepOnly(clocks.keySet());
            }
            StreamSpans spans = new StreamSpans();
            Map<Integer, PacketEpochs> scanned = new LinkedHashMap<>();
            clocks.forEach(
                    (index, clock) ->
                            scanned.put(
                                    index,
                                    new PacketEpochs(
                                            input.container(), input.stream(index), clock)));
            BytesRead bytes = new BytesRead();
            for (AVPacket packet = input.read(); packet != null; packet = input.read()) {
                bytes.add(packet);
                PacketEpochs stream = scanned.get(packet.stream_index());
                if (stream != null) {
                    stream.add(packet);
                }
                if (mayGoOn) {
                    spans.add(input.stream(packet.stream_index()), packet.pos());
                }
            }
            clocks.forEach(
                    (index, clock) ->
                            goingOn(input, clock, spans.chain(index))
                                    .ifPresent(whole -> scanned.put(index, whole)));
            List<PacketEpochs> timed =
                    scanned.values().stream().filter(s -> !s.epochs().isEmpty()).toList();
            // Something that the demuxer does not know, such as a second file header, ended it.
            boolean unread =
                    !READ_TO_THE_END.contains(input.container())
                            && input.sizeBytes() - bytes.end
                                    > Math.max(LEAST_UNREAD, input.sizeBytes() / 50);
            return timed.isEmpty()
                    ? new WholeScan(Map.of(), List.of())
                    : of(input, timed, clocks, unread);
        }
    }

    /// Reads a stream again with those as which it goes on.
    ///
    /// @param chain all of them, in order
    /// @return empty if it is one stream from start to end
    private static Optional<PacketEpochs> goingOn(
            InputFile input, StreamClock clock, List<Integer> chain) {
        if (chain.size() < 2) {
            return Optional.empty();
        }
        AVStream first = input.stream(chain.getFirst());
        PacketEpochs whole = new PacketEpochs(input.container(), first, clock);
        for (int index : chain) {
            try (InputFile again = InputFile.open(input.path())) {
                again.keepOnly(Set.of(index));
                boolean begun = false;
                for (AVPacket packet = again.read(); packet != null; packet = again.read()) {
                    if (packet.stream_index() == index) {
                        if (!begun) {
                            whole.begin(again.stream(index));
                            begun = true;
                        }
                        whole.add(packet);
                    }
                }
            }
        }
        return Optional.of(whole);
    }

    /// Where in a file packets end. Those of an Ogg page all say where the page begins.
    private static final class BytesRead {
        private long end;
        private long position = -1;
        private long sincePosition;

        void add(AVPacket packet) {
            if (packet.pos() != position) {
                position = packet.pos();
                sincePosition = 0;
            }
            sincePosition += packet.size();
            end = position < 0 ? end : Math.max(end, position + sincePosition);
        }
    }

    /// @param input read to its end
    /// @param unread whether the demuxer gave up before the end of the file
    private static WholeScan of(
            InputFile input,
            List<PacketEpochs> timed,
            Map<Integer, StreamClock> clocks,
            boolean unread) {
        Joints joints = new Joints(timed);
        Map<Integer, Scanned> streams = new LinkedHashMap<>();
        List<Met> decisions = new ArrayList<>();
        List<Met> joined = new ArrayList<>();
        for (Joints.Joint joint : joints.joints()) {
            String jump = joint.jumpSeconds().toDecimal(3);
            joined.add(
                    new Met(
                            Decision.of(DecisionKind.TIMESTAMP_DISCONTINUITY, "jump", jump),
                            joint.atSeconds()));
        }
        decisions.addAll(listed(joined, joined.size()));
        List<Period> sounds =
                timed.stream()
                        .filter(stream -> !stream.isPictures())
                        .flatMap(stream -> breaks(stream, joints.of(stream)).stream())
                        .toList();
        for (PacketEpochs stream : timed) {
            int index = stream.stream().index();
            StreamClock first = clocks.getOrDefault(index, StreamClock.CONTAINER);
            List<StreamClock.Shift> shifts =
                    shifts(withParts(joints.of(stream), stream.parts()), input, index);
            // A stream whose own times run on can be asked for one, whatever the others do.
            boolean ambiguous =
                    !shifts.isEmpty() || (!first.timedByContainer() && !stream.fullyDated());
            StreamClock clock =
                    ambiguous ? first.with(shifts, entries(stream, shifts), stream.parts()) : first;
            streams.put(index, new Scanned(joints.end(stream), clock));
            decisions.addAll(turns(stream, shifts));
            decisions.addAll(gaps(stream, shifts, sounds));
            corrected(stream, shifts).ifPresent(decisions::add);
            input.sampleTimes(index)
                    .flatMap(SampleTimes::corrected)
                    .map(packets -> corrected(packets, stream, shifts))
                    .ifPresent(decisions::add);
        }
        if (unread) {
            Rational end =
                    streams.values().stream()
                            .map(Scanned::end)
                            .reduce(Rational.ZERO, Rational::max);
            decisions.add(new Met(Decision.of(DecisionKind.CORRUPT_DATA_SKIPPED), end));
        }
        return new WholeScan(streams, decisions);
    }

    /// Another stream can only be read from the start of the file.
    private static List<StreamClock.Shift> withParts(
            List<StreamClock.Shift> joined, List<StreamClock.Part> parts) {
        List<StreamClock.Shift> shifts = new ArrayList<>(joined);
        for (StreamClock.Part part : parts) {
            if (part.packet() > 0 && joined.stream().noneMatch(s -> s.packet() == part.packet())) {
                shifts.add(
                        new StreamClock.Shift(
                                part.packet(), Joints.shiftAt(part.packet(), joined)));
            }
        }
        shifts.sort(Comparator.comparingLong(StreamClock.Shift::packet));
        return shifts;
    }

    private static List<Met> turns(PacketEpochs stream, List<StreamClock.Shift> shifts) {
        Rational timeBase = Timestamps.base(stream.stream());
        String name = stream.isPictures() ? "video" : "audio";
        List<Met> met = new ArrayList<>();
        for (PacketEpochs.Turn turn : stream.turns()) {
            Decision decision =
                    Decision.of(
                            DecisionKind.STREAM_CONTINUED,
                            "stream",
                            name,
                            "from",
                            turn.from(),
                            "to",
                            turn.to());
            long ticks = turn.ticks() + Joints.shiftAt(turn.packet(), shifts);
            Rational at = timeBase.times(ticks);
            met.add(new Met(decision, at));
            if (!turn.otherStream()) {
                // The demuxer hands what lies around the change to the wrong parser.
                met.add(
                        new Met(
                                Decision.of(DecisionKind.CORRUPT_DATA_SKIPPED, "stream", name),
                                at));
            }
        }
        return listed(met, met.size());
    }

    /// @param joined what puts parts behind each other
    private static List<StreamClock.Shift> shifts(
            List<StreamClock.Shift> joined, InputFile input, int index) {
        Optional<SampleTimes.Correction> counted =
                input.sampleTimes(index).flatMap(SampleTimes::corrected);
        if (!joined.isEmpty() || counted.isEmpty()) {
            return joined;
        }
        // Only reading from the start finds the times again.
        return List.of(new StreamClock.Shift(counted.get().packet(), 0));
    }

    /// The stream's entries, as moved; the first packet is one.
    private static List<StreamClock.Entry> entries(
            PacketEpochs stream, List<StreamClock.Shift> shifts) {
        List<StreamClock.Entry> moved = new ArrayList<>();
        for (StreamClock.Entry entry : stream.entries()) {
            long ticks = entry.ticks() + Joints.shiftAt(entry.packet(), shifts);
            // What overlaps the part before is not shown, from wherever decoding starts.
            if (moved.isEmpty() || ticks > moved.getLast().ticks()) {
                moved.add(new StreamClock.Entry(entry.packet(), ticks));
            }
        }
        if (moved.isEmpty() || moved.getFirst().packet() > 0) {
            moved.addFirst(new StreamClock.Entry(0, stream.epochs().getFirst().firstTicks()));
        }
        return moved;
    }

    /// A time in which there is nothing.
    ///
    /// @param at seconds of container time, as moved
    private record Period(Rational at, Rational seconds) {
        static Period of(
                PacketEpochs.Gap gap, PacketEpochs stream, List<StreamClock.Shift> shifts) {
            Rational timeBase = Timestamps.base(stream.stream());
            return new Period(
                    timeBase.times(gap.atTicks() + Joints.shiftAt(gap.packet(), shifts)),
                    timeBase.times(gap.lengthTicks()));
        }

        boolean meets(Period other) {
            return at.compareTo(other.at.plus(other.seconds)) < 0
                    && other.at.compareTo(at.plus(seconds)) < 0;
        }

        Met met() {
            return new Met(
                    Decision.of(
                            DecisionKind.GAP_FILLED,
                            "stream",
                            "video",
                            "seconds",
                            seconds.toDecimal(3)),
                    at);
        }
    }

    private static List<Period> breaks(PacketEpochs stream, List<StreamClock.Shift> shifts) {
        return stream.breaks().stream().map(gap -> Period.of(gap, stream, shifts)).toList();
    }

    /// Gaps of pictures; those of sound are met when it is decoded. Pictures may pause for a moment
    /// in many recordings: a short gap is one where something else is missing, too, or where they
    /// never paused otherwise.
    ///
    /// @param sounds where sound is missing; empty where there is no sound
    private static List<Met> gaps(
            PacketEpochs stream, List<StreamClock.Shift> shifts, List<Period> sounds) {
        if (!stream.isPictures()) {
            return List.of();
        }
        List<Period> all = new ArrayList<>();
        stream.gaps().forEach(gap -> all.add(Period.of(gap, stream, shifts)));
        List<Period> shorter =
                breaks(stream, shifts).stream()
                        .filter(gap -> stream.isEven() || sounds.stream().anyMatch(gap::meets))
                        .toList();
        all.addAll(shorter);
        all.sort(Comparator.comparing(Period::at));
        return listed(all.stream().map(Period::met).toList(), stream.gapCount() + shorter.size());
    }

    /// The first of `met`; the last one listed says how many are not.
    ///
    /// @param count of all there are
    private static List<Met> listed(List<Met> met, int count) {
        if (count <= MOST_DECISIONS) {
            return met;
        }
        List<Met> first = new ArrayList<>(met.subList(0, Math.min(met.size(), MOST_DECISIONS)));
        Met last = first.removeLast();
        String more = Integer.toString(count - MOST_DECISIONS);
        first.add(new Met(last.decision().with("more", more), last.at()));
        return first;
    }

    /// Timestamps that were put where they were due.
    private static Optional<Met> corrected(PacketEpochs stream, List<StreamClock.Shift> shifts) {
        if (stream.spikes().isEmpty()) {
            return Optional.empty();
        }
        long packets = 0;
        for (PacketEpochs.Spike spike : stream.spikes()) {
            packets += spike.end() - spike.first();
        }
        PacketEpochs.Spike first = stream.spikes().getFirst();
        long due = first.dueTicks() + Joints.shiftAt(first.end(), shifts);
        return Optional.of(corrected(stream, packets, due));
    }

    /// Times that were counted by another rate than the sound's.
    private static Met corrected(
            SampleTimes.Correction packets, PacketEpochs stream, List<StreamClock.Shift> shifts) {
        long first = packets.ticks() + Joints.shiftAt(packets.packet(), shifts);
        return corrected(stream, packets.count(), first);
    }

    private static Met corrected(PacketEpochs stream, long packets, long firstTicks) {
        Decision decision =
                Decision.of(
                        DecisionKind.TIMESTAMPS_CORRECTED,
                        "stream",
                        stream.isPictures() ? "video" : "audio",
                        "count",
                        Long.toString(packets));
        return new Met(decision, Timestamps.base(stream.stream()).times(firstTicks));
    }
}
