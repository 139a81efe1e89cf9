package com.autoclipr.libav.timing;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_DISCARD;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;

import com.autoclipr.libav.handles.MediaLimits;
import com.autoclipr.libav.handles.Timestamps;
import com.autoclipr.libav.input.Containers;
import com.autoclipr.libav.input.InputFile;
import com.autoclipr.time.Rational;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.global.avformat;

/// Reads timestamps without decoding.
public final class PacketScan {
    private static final int MOST_PACKETS = 240;
    private static final long MOST_BYTES = 16_000_000;

    /// Headers count in coarser ticks than packets, and leave out what an encoder padded.
    private static final Rational HEADER_ROUNDING = new Rational(1, 4);

    private static final Rational LONGEST = Rational.of(MediaLimits.MAX_DURATION_SECONDS);

    private PacketScan() {}

    /// The first pictures of a stream.
    ///
    /// @param ticks their times in order, as far as timestamps run on
    /// @param whole whether these are all there are
    /// @param packets how many were looked at
    /// @param untimed how many of them have no presentation time
    /// @param undated how many have no decoding time either
    /// @param delayTicks presentation time less decoding time of the first one that has both
    /// @param durationTicks of the first packet; zero if unknown
    public record FirstPictures(
            List<Long> ticks,
            boolean whole,
            int packets,
            int untimed,
            int undated,
            long delayTicks,
            long durationTicks) {}

    /// Reads the first packets of `stream` from an input that was just opened.
    public static FirstPictures first(InputFile input, AVStream stream) {
        FirstPackets first = new FirstPackets(Timestamps.base(stream));
        long bytes = 0;
        while (first.packets < MOST_PACKETS && (bytes < MOST_BYTES || first.packets < 2)) {
            AVPacket packet = input.read();
            if (packet == null) {
                return first.pictures(true);
            }
            bytes += packet.size();
            if (packet.stream_index() == stream.index()) {
                first.add(packet);
            }
        }
        return first.pictures(false);
    }

    /// What is counted of the first packets.
    private static final class FirstPackets {
        private final Rational timeBase;
        private final List<Long> ticks = new ArrayList<>();
        private int packets;
        private int untimed;
        private int undated;
        private boolean delayKnown;
        private long delayTicks;
        private long durationTicks;
        private long lastTicks;
        private boolean runsOn = true;

        FirstPackets(Rational timeBase) {
            this.timeBase = timeBase;
        }

        void add(AVPacket packet) {
            boolean timed = Timestamps.known(packet.pts());
            boolean dated = Timestamps.known(packet.dts());
            if (timed && dated && !delayKnown) {
                delayKnown = true;
                delayTicks = packet.pts() - packet.dts();
            }
            durationTicks = packets == 0 ? Math.max(0, packet.duration()) : durationTicks;
            packets++;
            untimed += timed ? 0 : 1;
            undated += timed || dated ? 0 : 1;
            runsOn &= !dated || packets == 1 || follows(packet);
            lastTicks = dated ? packet.dts() : lastTicks;
            if (runsOn && shown(packet)) {
                ticks.add(time(packet));
            }
        }

        /// Whether the packet's time is one of the timeline that there was so far.
        private boolean follows(AVPacket packet) {
            Rational step = timeBase.times(packet.dts() - lastTicks);
            return step.signum() >= 0 && step.compareTo(PacketEpochs.LEAP) < 0;
        }

        FirstPictures pictures(boolean whole) {
            Collections.sort(ticks);
            // Pictures that are shown early may still be to come.
            int settled = !whole && ticks.size() > 32 ? ticks.size() - 16 : ticks.size();
            return new FirstPictures(
                    List.copyOf(ticks.subList(0, settled)),
                    whole,
                    packets,
                    untimed,
                    undated,
                    delayTicks,
                    durationTicks);
        }
    }

    /// When a stream ends, container time.
    ///
    /// @param end seconds
    /// @param declared what the headers say, where it differs from the last packet's end by more
    ///   than headers round
    record End(Rational end, Optional<Rational> declared) {}

    /// Seconds of container time at which each stream of the file ends, by stream index; without an
    /// entry where a stream has no packets. The packets at the file's end are read, or all where
    /// that does not do; a header is believed for what it says more exactly than a packet's
    /// duration does.
    ///
    /// @param used streams whose ends have to be found; of others, a header is enough
    static Map<Integer, End> ends(InputFile input, List<AVStream> used) {
        Map<Integer, Rational> last = new TreeMap<>();
        for (AVStream stream : used) {
            boolean exact = !isGuessed(input) && Containers.seeksExactly(input.container(), stream);
            // Sound may end long before the last key picture.
            if (exact
                    && !last.containsKey(stream.index())
                    && input.seek(stream, headerTicks(input, stream))) {
                endsByPackets(input).forEach((index, end) -> last.merge(index, end, Rational::max));
            }
        }
        if (!used.stream().allMatch(stream -> last.containsKey(stream.index()))) {
            try (InputFile again = InputFile.open(input.path())) {
                endsByPackets(again).forEach((index, end) -> last.merge(index, end, Rational::max));
            }
        }
        Map<Integer, End> ends = new TreeMap<>();
        last.forEach(
                (index, end) -> ends.put(index, end(end, endByHeader(input, input.stream(index)))));
        List<Integer> needed = used.stream().map(AVStream::index).toList();
        for (AVStream other : input.streams()) {
            if (needed.contains(other.index())) {
                continue;
            }
            endByHeader(input, other)
                    .ifPresent(
                            end -> ends.putIfAbsent(other.index(), new End(end, Optional.empty())));
        }
        return ends;
    }

    /// Where the file ends as far as its headers tell, in ticks of `stream`.
    private static long headerTicks(InputFile input, AVStream stream) {
        Optional<Rational> end = endByHeader(input, stream).or(() -> declaredEnd(input));
        return end.map(seconds -> seconds.dividedBy(Timestamps.base(stream)).floor())
                .orElse(Long.MAX_VALUE >> 1);
    }

    /// When the whole file ends by its header, seconds of container time; empty where it does not
    /// say.
    static Optional<Rational> declaredEnd(InputFile input) {
        long duration = input.context().duration();
        int method = input.context().duration_estimation_method();
        if (!Timestamps.known(duration)
                || duration <= 0
                || method != avformat.AVFMT_DURATION_FROM_STREAM) {
            return Optional.empty();
        }
        long start =
                Timestamps.known(input.context().start_time()) ? input.context().start_time() : 0;
        // Of Matroska it is the end of the last packet, wherever the first one begins.
        boolean isEnd = input.container().equals(Containers.MATROSKA);
        Rational end = Rational.of(isEnd ? duration : start + duration, AV_TIME_BASE);
        return end.compareTo(LONGEST) > 0 ? Optional.empty() : Optional.of(end);
    }

    private static End end(Rational last, Optional<Rational> header) {
        if (header.isEmpty()) {
            return new End(last, Optional.empty());
        }
        Rational missing = header.get().minus(last);
        if (missing.max(missing.negate()).compareTo(HEADER_ROUNDING) <= 0) {
            return new End(header.get(), Optional.empty());
        }
        return new End(last, header);
    }

    /// What the headers say of the end of `stream`; empty where they say nothing, or what cannot
    /// be.
    private static Optional<Rational> endByHeader(InputFile input, AVStream stream) {
        long ticks = stream.duration();
        if (!Timestamps.known(ticks) || ticks <= 0 || isGuessed(input)) {
            return Optional.empty();
        }
        Rational duration = Timestamps.base(stream).times(ticks);
        return duration.compareTo(LONGEST) > 0
                ? Optional.empty()
                : Optional.of(start(stream).plus(duration));
    }

    private static boolean isGuessed(InputFile input) {
        return input.context().duration_estimation_method() == avformat.AVFMT_DURATION_FROM_BITRATE;
    }

    /// Seconds of container time at which a stream starts according to its header: for sound, the
    /// first sample that is heard.
    static Rational start(AVStream stream) {
        long ticks = stream.start_time();
        return Timestamps.known(ticks) ? Timestamps.base(stream).times(ticks) : Rational.ZERO;
    }

    private static Map<Integer, Rational> endsByPackets(InputFile input) {
        Map<Integer, Long> lastTicks = new TreeMap<>();
        for (AVPacket packet = input.read(); packet != null; packet = input.read()) {
            if (shown(packet)) {
                long end = time(packet) + Math.max(0, packet.duration());
                if (isFar(input.stream(packet.stream_index()), end)) {
                    continue;
                }
                lastTicks.merge(packet.stream_index(), end, Math::max);
            }
        }
        Map<Integer, Rational> ends = new TreeMap<>();
        lastTicks.forEach(
                (index, ticks) ->
                        ends.put(index, Timestamps.base(input.stream(index)).times(ticks)));
        return ends;
    }

    /// One damaged timestamp must not make a clip a film of years.
    private static boolean isFar(AVStream stream, long ticks) {
        Rational length = Timestamps.base(stream).times(ticks).minus(start(stream));
        return length.compareTo(LONGEST) > 0;
    }

    private static boolean shown(AVPacket packet) {
        return (packet.flags() & AV_PKT_FLAG_DISCARD) == 0 && Timestamps.known(time(packet));
    }

    private static long time(AVPacket packet) {
        return Timestamps.known(packet.pts()) ? packet.pts() : packet.dts();
    }
}
