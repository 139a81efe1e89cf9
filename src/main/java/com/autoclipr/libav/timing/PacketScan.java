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

/// Reads timestamps of packets without decoding.
public final class PacketScan {
    private static final int MOST_PACKETS = 240;
    private static final long MOST_BYTES = 16_000_000;

    /// Headers have coarser ticks than packets, and exclude encoder padding.
    private static final Rational HEADER_ROUNDING = new Rational(1, 4);

    private static final Rational LONGEST = Rational.of(MediaLimits.MAX_DURATION_SECONDS);

    private PacketScan() {}

    /// The first pictures of a stream.
    ///
    /// @param ticks their timestamps in order, up to a discontinuity
    /// @param whole whether these are all
    /// @param packets number of packets read
    /// @param untimed number of packets without PTS
    /// @param undated number of packets without DTS either
    /// @param delayTicks PTS minus DTS of the first picture
    /// @param durationTicks of the first packet; zero if unknown
    public record FirstPictures(
            List<Long> ticks,
            boolean whole,
            int packets,
            int untimed,
            int undated,
            long delayTicks,
            long durationTicks) {}

    /// Reads the first packets of `stream` from a newly opened input.
    public static FirstPictures first(InputFile input, AVStream stream) {
        FirstPackets first = new FirstPackets(Timestamps.base(stream), decodedAhead(input, stream));
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

    /// How many pictures are decoded before the first one is shown, where packets say when they are
    /// sent. ASF does, and its muxers keep sound in step with pictures that come so much later; in
    /// AVI, the first picture is shown as soon as it is there.
    private static int decodedAhead(InputFile input, AVStream stream) {
        return input.container().equals("asf") ? stream.codecpar().video_delay() : 0;
    }

    /// Counters for the first packets.
    private static final class FirstPackets {
        /// Send times do not go back; times that do by less are presentation times out of order.
        private static final Rational REORDERING = Rational.ONE;

        private final Rational timeBase;
        private final int ahead;
        private final List<Long> ticks = new ArrayList<>();
        private int packets;
        private int untimed;
        private int undated;
        private boolean delayKnown;
        private long delayTicks;
        private long durationTicks;
        private long lastTicks;
        private boolean runsOn = true;
        private boolean reordered;

        /// @param ahead pictures that are decoded before the first one is shown, if packets do not
        ///   tell
        FirstPackets(Rational timeBase, int ahead) {
            this.timeBase = timeBase;
            this.ahead = ahead;
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
            if (dated && packets > 1) {
                Rational back = timeBase.times(lastTicks - packet.dts());
                reordered |= back.signum() > 0 && back.compareTo(REORDERING) < 0;
                runsOn &= back.signum() <= 0 && back.negate().compareTo(PacketEpochs.LEAP) < 0;
            }
            lastTicks = dated ? packet.dts() : lastTicks;
            if (runsOn && shown(packet)) {
                ticks.add(time(packet));
            }
        }

        private long delayTicks() {
            // Packets with both times are the pictures that nothing is decoded ahead of.
            return ahead > 0 && ahead < ticks.size() && !reordered
                    ? ticks.get(ahead) - ticks.getFirst()
                    : delayTicks;
        }

        FirstPictures pictures(boolean whole) {
            Collections.sort(ticks);
            // Pictures with earlier PTS may follow.
            int settled = !whole && ticks.size() > 32 ? ticks.size() - 16 : ticks.size();
            return new FirstPictures(
                    List.copyOf(ticks.subList(0, settled)),
                    whole,
                    packets,
                    untimed,
                    undated,
                    delayTicks(),
                    durationTicks);
        }
    }

    /// The end of a stream in container time.
    ///
    /// @param end seconds
    /// @param declared end according to the headers, if it differs from the last packet's by more
    ///   than rounding
    record End(Rational end, Optional<Rational> declared) {}

    /// The end of each stream in seconds of container time, by stream index, without streams that
    /// have no packets. Reads the packets at the end of the file, or all if necessary; a header is
    /// used only for more precision than a packet's duration.
    ///
    /// @param used streams whose ends are needed; for others the header suffices
    static Map<Integer, End> ends(InputFile input, List<AVStream> used) {
        Map<Integer, Rational> last = new TreeMap<>();
        for (AVStream stream : used) {
            boolean exact = !isGuessed(input) && Containers.seeksExactly(input.container(), stream);
            // Audio may end long before the last keyframe.
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

    /// The end of the file according to its headers, in ticks of `stream`.
    private static long headerTicks(InputFile input, AVStream stream) {
        Optional<Rational> end = endByHeader(input, stream).or(() -> declaredEnd(input));
        return end.map(seconds -> seconds.dividedBy(Timestamps.base(stream)).floor())
                .orElse(Long.MAX_VALUE >> 1);
    }

    /// The end of the file according to its header, in seconds of container time; empty if unknown.
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
        // In Matroska it is the end of the last packet, independent of the first one's start.
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

    /// The end of `stream` according to the headers; empty if missing or implausible.
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

    /// The start of a stream in seconds of container time according to its header; for audio, of
    /// the first sample after priming.
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

    /// A single corrupt timestamp must not extend a clip to years.
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
