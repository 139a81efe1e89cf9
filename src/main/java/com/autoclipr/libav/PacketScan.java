package com.autoclipr.libav;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_DISCARD;

import com.autoclipr.time.Rational;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.global.avformat;

/// Reads timestamps without decoding.
final class PacketScan {
    private static final int MOST_PACKETS = 240;
    private static final long MOST_BYTES = 16_000_000;

    /// Below this a duration is not believed: a stream of pictures or sound has more to say.
    private static final long LEAST_BITS_PER_SECOND = 1000;

    private static final Rational LONGEST = Rational.of(MediaLimits.MAX_DURATION_SECONDS);

    private PacketScan() {}

    /// The first pictures of a stream.
    ///
    /// @param ticks their times in order
    /// @param whole whether these are all there are
    record FirstPictures(List<Long> ticks, boolean whole) {}

    /// Reads the first packets of `stream` from an input that was just opened.
    static FirstPictures first(InputFile input, AVStream stream) {
        List<Long> ticks = new ArrayList<>();
        long bytes = 0;
        int packets = 0;
        boolean whole = false;
        while (packets < MOST_PACKETS && (bytes < MOST_BYTES || packets < 2)) {
            AVPacket packet = input.read();
            if (packet == null) {
                whole = true;
                break;
            }
            bytes += packet.size();
            if (packet.stream_index() == stream.index()) {
                packets++;
                if (shown(packet)) {
                    ticks.add(time(packet));
                }
            }
        }
        Collections.sort(ticks);
        if (!whole && ticks.size() > 32) {
            // Pictures that are shown early may still be to come.
            ticks = ticks.subList(0, ticks.size() - 16);
        }
        return new FirstPictures(List.copyOf(ticks), whole);
    }

    /// Seconds of container time at which each of the streams ends, by stream index; without an
    /// entry where nothing tells. Headers are believed where they are plausible, else the packets
    /// at the file's end are read, else all.
    ///
    /// @param others streams that are not worth reading everything for
    static Map<Integer, Rational> ends(
            InputFile input, List<AVStream> needed, List<AVStream> others) {
        List<AVStream> streams = Stream.concat(needed.stream(), others.stream()).toList();
        Map<Integer, Rational> ends = new TreeMap<>();
        for (AVStream stream : streams) {
            endByHeader(input, stream).ifPresent(end -> ends.put(stream.index(), end));
        }
        if (isKnown(needed, ends)) {
            return ends;
        }
        Map<Integer, Rational> atTail = new TreeMap<>();
        boolean guessed =
                input.context().duration_estimation_method()
                        == avformat.AVFMT_DURATION_FROM_BITRATE;
        if (!guessed && input.seek(streams.getFirst(), Long.MAX_VALUE >> 1)) {
            atTail = endsByPackets(input, streams);
        }
        atTail.forEach(ends::putIfAbsent);
        if (!isKnown(needed, ends)) {
            try (InputFile again = InputFile.open(input.path())) {
                List<AVStream> same = streams.stream().map(s -> again.stream(s.index())).toList();
                atTail = endsByPackets(again, same);
            }
        }
        atTail.forEach(ends::putIfAbsent);
        return ends;
    }

    private static boolean isKnown(List<AVStream> streams, Map<Integer, Rational> ends) {
        return streams.stream().allMatch(stream -> ends.containsKey(stream.index()));
    }

    /// Seconds of container time at which a stream ends according to headers that are plausible.
    private static Optional<Rational> endByHeader(InputFile input, AVStream stream) {
        long ticks = stream.duration();
        boolean guessed =
                input.context().duration_estimation_method()
                        == avformat.AVFMT_DURATION_FROM_BITRATE;
        if (!InputFile.known(ticks) || ticks <= 0 || guessed) {
            return Optional.empty();
        }
        Rational duration = InputFile.timeBase(stream).times(ticks);
        if (duration.compareTo(LONGEST) > 0) {
            return Optional.empty();
        }
        Rational bits = Rational.of(input.sizeBytes() * 8);
        if (bits.compareTo(duration.times(LEAST_BITS_PER_SECOND)) < 0) {
            return Optional.empty();
        }
        return Optional.of(start(stream).plus(duration));
    }

    /// Seconds of container time at which a stream starts according to its header: for sound, the
    /// first sample that is heard.
    static Rational start(AVStream stream) {
        long ticks = stream.start_time();
        return InputFile.known(ticks) ? InputFile.timeBase(stream).times(ticks) : Rational.ZERO;
    }

    private static Map<Integer, Rational> endsByPackets(InputFile input, List<AVStream> streams) {
        Set<Integer> wanted = streams.stream().map(AVStream::index).collect(Collectors.toSet());
        input.keepOnly(wanted);
        Map<Integer, Long> lastTicks = new TreeMap<>();
        for (AVPacket packet = input.read(); packet != null; packet = input.read()) {
            if (wanted.contains(packet.stream_index()) && shown(packet)) {
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
                        ends.put(index, InputFile.timeBase(input.stream(index)).times(ticks)));
        return ends;
    }

    /// One damaged timestamp must not make a clip a film of years.
    private static boolean isFar(AVStream stream, long ticks) {
        Rational length = InputFile.timeBase(stream).times(ticks).minus(start(stream));
        return length.compareTo(LONGEST) > 0;
    }

    private static boolean shown(AVPacket packet) {
        return (packet.flags() & AV_PKT_FLAG_DISCARD) == 0 && InputFile.known(time(packet));
    }

    private static long time(AVPacket packet) {
        return InputFile.known(packet.pts()) ? packet.pts() : packet.dts();
    }
}
