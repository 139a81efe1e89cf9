package com.autoclipr.libav.timing;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
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

/// Scans the timestamps of all packets of a file, for containers without an index: durations of
/// streams, and discontinuities. Nothing is decoded.
///
/// @param streams by index; without those whose packets have no timestamps
/// @param decisions about the timestamps, with `at` in seconds of container time
record WholeScan(Map<Integer, Scanned> streams, List<Met> decisions) {
    /// Containers in which timestamps may jump anywhere: broadcast and live recordings, streams
    /// that were cut or concatenated as bytes, and elementary streams.
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

    /// Their demuxers resynchronise on anything: they read to the end of the file, whatever follows
    /// the last packet.
    private static final Set<String> READ_TO_THE_END = Set.of("mpegts", "mpeg", "aac");

    /// An index or tags may follow the last packet.
    private static final long LEAST_UNREAD = 4 << 10;

    /// Limit per kind: a file that is corrupt throughout has thousands.
    private static final int MOST_DECISIONS = PacketEpochs.MOST_GAPS;

    /// A stream.
    ///
    /// @param end of its last packet in seconds of shifted container time
    /// @param clock of its packets
    record Scanned(Rational end, StreamClock clock) {}

    /// A decision about a position.
    ///
    /// @param at seconds of shifted container time
    record Met(Decision decision, Rational at) {
        /// The decision, with its position relative to the source's zero.
        Decision from(Rational zero) {
            return decision.with(Fact.AT, at.minus(zero).toDecimal(3));
        }
    }

    /// Whether timestamps were shifted.
    boolean isJoined() {
        return decisions.stream()
                .anyMatch(met -> met.decision().kind() == DecisionKind.TIMESTAMP_DISCONTINUITY);
    }

    WholeScan {
        streams = Map.copyOf(streams);
        decisions = List.copyOf(decisions);
    }

    /// Whether all packets of a file have to be read to know its timestamps.
    static boolean isNeeded(InputFile input) {
        boolean estimated =
                input.context().duration_estimation_method()
                        == avformat.AVFMT_DURATION_FROM_BITRATE;
        return WITHOUT_INDEX.contains(input.container())
                || (input.container().equals(Containers.MATROSKA) && estimated)
                || isFragmented(input);
    }

    /// An MP4 without samples in `moov`: they are in fragments, each with its own timestamp.
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
            // The demuxer gave up on something unknown, such as a second file header.
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

    /// File offset where packets end. In Ogg, all packets of a page have the offset of the page.
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

    /// @param input that was read to its end
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
                            Decision.of(DecisionKind.TIMESTAMP_DISCONTINUITY).with(Fact.JUMP, jump),
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
            // A stream with continuous timestamps can be seeked, whatever the others do.
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
                    Decision.of(DecisionKind.STREAM_CONTINUED)
                            .with(Fact.STREAM, name)
                            .with(Fact.FROM, turn.from())
                            .with(Fact.TO, turn.to());
            long ticks = turn.ticks() + Joints.shiftAt(turn.packet(), shifts);
            Rational at = timeBase.times(ticks);
            met.add(new Met(decision, at));
            if (!turn.otherStream()) {
                // The demuxer hands what lies around the change to the wrong parser.
                met.add(
                        new Met(
                                Decision.of(DecisionKind.CORRUPT_DATA_SKIPPED)
                                        .with(Fact.STREAM, name),
                                at));
            }
        }
        return listed(met, met.size());
    }

    /// @param joined the offsets that join the parts
    private static List<StreamClock.Shift> shifts(
            List<StreamClock.Shift> joined, InputFile input, int index) {
        Optional<SampleTimes.Correction> counted =
                input.sampleTimes(index).flatMap(SampleTimes::corrected);
        if (!joined.isEmpty() || counted.isEmpty()) {
            return joined;
        }
        // Timestamps can be reproduced only by reading from the start.
        return List.of(new StreamClock.Shift(counted.get().packet(), 0));
    }

    /// The entry points of the stream, shifted; the first packet is one.
    private static List<StreamClock.Entry> entries(
            PacketEpochs stream, List<StreamClock.Shift> shifts) {
        List<StreamClock.Entry> moved = new ArrayList<>();
        for (StreamClock.Entry entry : stream.entries()) {
            long ticks = entry.ticks() + Joints.shiftAt(entry.packet(), shifts);
            // Pictures that overlap the previous part are not shown, wherever decoding starts.
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
    /// @param at seconds of shifted container time
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
                    Decision.of(DecisionKind.GAP_FILLED)
                            .with(Fact.STREAM, "video")
                            .with(Fact.SECONDS, seconds.toDecimal(3)),
                    at);
        }
    }

    private static List<Period> breaks(PacketEpochs stream, List<StreamClock.Shift> shifts) {
        return stream.breaks().stream().map(gap -> Period.of(gap, stream, shifts)).toList();
    }

    /// Gaps in video; those in audio are found when it is decoded. Pictures may pause for a moment
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

    /// The first ones of `met`; the last one listed gives the number of the others.
    ///
    /// @param count total number
    private static List<Met> listed(List<Met> met, int count) {
        if (count <= MOST_DECISIONS) {
            return met;
        }
        List<Met> first = new ArrayList<>(met.subList(0, Math.min(met.size(), MOST_DECISIONS)));
        Met last = first.removeLast();
        String more = Integer.toString(count - MOST_DECISIONS);
        first.add(new Met(last.decision().with(Fact.MORE, more), last.at()));
        return first;
    }

    /// Corrected timestamps.
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

    /// Timestamps that were derived with a wrong sample rate.
    private static Met corrected(
            SampleTimes.Correction packets, PacketEpochs stream, List<StreamClock.Shift> shifts) {
        long first = packets.ticks() + Joints.shiftAt(packets.packet(), shifts);
        return corrected(stream, packets.count(), first);
    }

    private static Met corrected(PacketEpochs stream, long packets, long firstTicks) {
        Decision decision =
                Decision.of(DecisionKind.TIMESTAMPS_CORRECTED)
                        .with(Fact.STREAM, stream.isPictures() ? "video" : "audio")
                        .with(Fact.COUNT, Long.toString(packets));
        return new Met(decision, Timestamps.base(stream.stream()).times(firstTicks));
    }
}
