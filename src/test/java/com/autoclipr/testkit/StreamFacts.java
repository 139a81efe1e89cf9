package com.autoclipr.testkit;

import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What `ffprobe` says about one stream of a file, word by word.
///
/// @param entries names and values as `ffprobe -show_streams` prints them
public record StreamFacts(Map<String, String> entries) {
    /// The first stream of a kind.
    ///
    /// @param selector as FFmpeg writes it, such as `v:0`
    public static StreamFacts of(Path file, String selector) {
        Map<String, String> entries = new HashMap<>();
        List<String> arguments =
                List.of(
                        "-select_streams",
                        selector,
                        "-show_streams",
                        "-of",
                        "default=noprint_wrappers=1",
                        file.toString());
        for (String line : Programs.ffprobe(arguments)) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                entries.putIfAbsent(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return new StreamFacts(Collections.unmodifiableMap(entries));
    }

    /// Whether there is such a stream.
    public boolean exists() {
        return !entries.isEmpty();
    }

    public String text(String name) {
        return entries.getOrDefault(name, "");
    }

    public int number(String name) {
        return Integer.parseInt(text(name));
    }

    /// Seconds per tick.
    public Rational timeBase() {
        return Rational.parse(text("time_base"));
    }

    /// Seconds from zero to the stream's first picture or sample, as the container tells; zero
    /// where it does not.
    public Rational startTime() {
        if (!text("start_pts").matches("-?\\d+")) {
            return Rational.ZERO;
        }
        return Rational.of(Long.parseLong(text("start_pts"))).times(timeBase());
    }

    /// The presentation times of all packets that are shown, in order of presentation, seconds.
    public static List<Rational> presentationTimes(Path file, String selector) {
        Rational timeBase = of(file, selector).timeBase();
        List<Rational> times = new ArrayList<>();
        List<String> arguments =
                List.of(
                        "-select_streams",
                        selector,
                        "-show_entries",
                        "packet=pts,flags",
                        "-of",
                        "csv=p=0",
                        file.toString());
        for (String line : Programs.ffprobe(arguments)) {
            String[] fields = line.split(",", -1);
            boolean discarded = fields[1].indexOf('D') >= 0;
            if (!discarded) {
                times.add(Rational.of(Long.parseLong(fields[0])).times(timeBase));
            }
        }
        Collections.sort(times);
        return times;
    }
}
