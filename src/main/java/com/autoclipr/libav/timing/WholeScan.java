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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
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
    private static final int MOST_DECISIONS = 20;

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
            input.keepOnly(clocks.keySet());
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
            }
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
        for (PacketEpochs stream : timed) {
            int index = stream.stream().index();
            StreamClock first = clocks.getOrDefault(index, StreamClock.CONTAINER);
            List<StreamClock.Shift> shifts = shifts(joints.of(stream), input, index);
            // A stream whose own times run on can be asked for one, whatever the others do.
            boolean ambiguous =
                    !shifts.isEmpty() || (!first.timedByContainer() && !stream.fullyDated());
            StreamClock clock = ambiguous ? first.with(shifts, entries(stream, shifts)) : first;
            streams.put(index, new Scanned(joints.end(stream), clock));
            decisions.addAll(gaps(stream, shifts));
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

    /// Gaps of pictures; those of sound are met when it is decoded.
    private static List<Met> gaps(PacketEpochs stream, List<StreamClock.Shift> shifts) {
        if (!stream.isPictures()) {
            return List.of();
        }
        List<Met> met = new ArrayList<>();
        Rational timeBase = Timestamps.base(stream.stream());
        for (PacketEpochs.Gap gap : stream.gaps()) {
            Rational at = timeBase.times(gap.atTicks() + Joints.shiftAt(gap.packet(), shifts));
            Rational length = timeBase.times(gap.lengthTicks());
            met.add(
                    new Met(
                            Decision.of(
                                    DecisionKind.GAP_FILLED,
                                    "stream",
                                    "video",
                                    "seconds",
                                    length.toDecimal(3)),
                            at));
        }
        return listed(met, stream.gapCount());
    }

    /// The first of `met`; the last one listed says how many are not.
    ///
    /// @param count of all there are
    private static List<Met> listed(List<Met> met, int count) {
        if (count <= MOST_DECISIONS) {
            return met;
        }
        List<Met> first = new ArrayList<>(met.subList(0, MOST_DECISIONS));
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
