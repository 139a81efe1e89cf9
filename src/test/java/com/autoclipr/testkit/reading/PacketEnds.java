package com.autoclipr.testkit.reading;

import com.autoclipr.testkit.Programs;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where a stream ends by the times of its packets, which `ffprobe` reads without decoding.
final class PacketEnds {
    private PacketEnds() {}

    /// Seconds from the container's own start.
    ///
    /// @return empty if no packet has a time
    static Optional<Rational> of(Path file, int stream) {
        List<String> lines =
                Programs.ffprobe(
                        List.of(
                                "-select_streams",
                                String.valueOf(stream),
                                "-show_entries",
                                "format=start_time:stream=time_base:packet=pts,duration,flags",
                                "-of",
                                "compact",
                                file.toString()));
        Rational tick = Rational.of(1, 1000);
        Rational start = Rational.ZERO;
        long last = Long.MIN_VALUE;
        for (String line : lines) {
            if (line.startsWith("packet|") && !value(line, "flags").contains("D")) {
                String pts = value(line, "pts");
                String duration = value(line, "duration");
                if (pts.matches("-?\\d{1,15}")) {
                    long lasting = duration.matches("\\d{1,15}") ? Long.parseLong(duration) : 0;
                    last = Math.max(last, Long.parseLong(pts) + lasting);
                }
            } else if (line.startsWith("stream|")) {
                tick = Rational.parse(value(line, "time_base"));
            } else if (line.startsWith("format|")
                    && value(line, "start_time").matches("[-.\\d]+")) {
                start = Rational.parse(value(line, "start_time"));
            }
        }
        return last == Long.MIN_VALUE
                ? Optional.empty()
                : Optional.of(tick.times(last).minus(start));
    }

    private static String value(String line, String name) {
        for (String entry : line.split("\\|", -1)) {
            if (entry.startsWith(name + "=")) {
                return entry.substring(name.length() + 1);
            }
        }
        return "";
    }
}
