package com.autoclipr.testkit;

import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// When each frame of a numbered source is shown, by `ffprobe`'s timestamps, and the rule of which
/// one is shown at a time.
///
/// @param timeBase seconds per tick of the container
/// @param times source times of the frames from the source's zero, seconds, increasing
/// @param numbers the number that each frame carries
public record ShownFrames(Rational timeBase, List<Rational> times, List<Integer> numbers) {
    public ShownFrames {
        times = List.copyOf(times);
        numbers = List.copyOf(numbers);
        if (times.isEmpty() || times.size() != numbers.size()) {
            throw new IllegalArgumentException(
                    times.size() + " timestamps, " + numbers.size() + " frames");
        }
    }

    /// Reads a source that has no sound: its zero is its first shown frame.
    public static ShownFrames of(Path file) {
        Rational timeBase = StreamFacts.of(file, "v:0").timeBase();
        List<Rational> times = new ArrayList<>();
        List<String> arguments =
                List.of(
                        "-select_streams",
                        "v:0",
                        "-show_entries",
                        "frame=pts",
                        "-of",
                        "csv=p=0",
                        file.toString());
        for (String line : Programs.ffprobe(arguments)) {
            String pts = line.split(",", -1)[0];
            times.add(Rational.of(Long.parseLong(pts)).times(timeBase));
        }
        List<Rational> packets = StreamFacts.presentationTimes(file, "v:0");
        if (!packets.containsAll(times)) {
            throw new IllegalStateException(file + " shows frames at times that no packet has");
        }
        Rational zero = times.getFirst();
        List<Rational> fromZero = times.stream().map(time -> time.minus(zero)).toList();
        return new ShownFrames(timeBase, fromZero, FrameReader.numbers(file));
    }

    /// The number of the frame shown at `sourceTime`: the last one whose timestamp is not later
    /// than that, but for rounding: two ticks, at most 2 ms or an eighth of the time since the
    /// frame before. The first one before the first, the last one after the last.
    public int numberAt(Rational sourceTime) {
        int shown = 0;
        for (int i = 1; i < times.size(); i++) {
            Rational since = times.get(i).minus(times.get(i - 1));
            Rational grace =
                    timeBase.times(2)
                            .min(Rational.of(2, 1_000))
                            .min(since.dividedBy(Rational.of(8)));
            if (times.get(i).compareTo(sourceTime.plus(grace)) > 0) {
                break;
            }
            shown = i;
        }
        return numbers.get(shown);
    }

    /// The number that each of `count` output frames should carry: frame n shows `start + n/rate`.
    public List<Integer> expected(Rational start, Rational rate, int count) {
        List<Integer> expected = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            expected.add(numberAt(start.plus(Rational.of(n).dividedBy(rate))));
        }
        return expected;
    }
}
