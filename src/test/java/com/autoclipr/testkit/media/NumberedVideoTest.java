package com.autoclipr.testkit.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.testkit.FrameReader;
import com.autoclipr.testkit.ShownFrames;
import com.autoclipr.testkit.StreamFacts;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberedVideoTest {
    @Test
    void aCodeIsReadBackAndABlendOfTwoIsRefused() {
        byte[] first = new byte[320 * 180];
        byte[] second = new byte[320 * 180];
        for (int number : new int[] {0, 1, 255, 4_095, 123_456, BarCode.LIMIT - 1}) {
            BarCode.draw(first, 320, 180, number);
            assertEquals(OptionalInt.of(number), BarCode.read(first, 320, 180));
        }
        BarCode.draw(first, 320, 180, 7);
        BarCode.draw(second, 320, 180, 8);
        for (int i = 0; i < first.length; i++) {
            first[i] = (byte) (((first[i] & 255) + (second[i] & 255)) / 2);
        }
        assertEquals(OptionalInt.empty(), BarCode.read(first, 320, 180));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mkv", "ts", "mov"})
    void everyFrameIsReadBackFromEachContainer(String extension) {
        Path file = NumberedVideo.at("30000/1001", 70).in(extension).file();
        assertEquals(upTo(70), FrameReader.numbers(file));
        ShownFrames shown = ShownFrames.of(file);
        assertEquals(upTo(70), shown.numbers());
        assertEquals(41, shown.numberAt(Rational.of(41 * 1001, 30_000)));
    }

    @Test
    void otherCodecsKeepTheNumbers() {
        NumberedVideo video = NumberedVideo.at("25", 40);
        String[] vp9 = {"-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8"};
        assertEquals(upTo(40), FrameReader.numbers(video.encoded(vp9).in("webm").file()));
        String[] mpeg2 = {"-c:v", "mpeg2video", "-q:v", "4", "-bf", "2", "-g", "15"};
        assertEquals(upTo(40), FrameReader.numbers(video.encoded(mpeg2).in("ts").file()));
        String[] hevc = {"-c:v", "libx265", "-preset", "ultrafast", "-x265-params", "log-level=1"};
        assertEquals(upTo(40), FrameReader.numbers(video.encoded(hevc).in("mp4").file()));
    }

    @Test
    void variableFramesLastDifferently() {
        ShownFrames shown = ShownFrames.of(NumberedVideo.at("30", 90).variable(3).in("mkv").file());
        assertEquals(upTo(90), shown.numbers());
        TreeSet<Rational> durations = new TreeSet<>();
        for (int i = 1; i < 90; i++) {
            durations.add(shown.times().get(i).minus(shown.times().get(i - 1)));
        }
        assertTrue(durations.size() > 10, () -> "only these durations: " + durations);
        assertTrue(durations.getFirst().signum() > 0);
        ShownFrames other = ShownFrames.of(NumberedVideo.at("30", 90).variable(4).in("mkv").file());
        assertNotEquals(shown.times(), other.times());
    }

    @Test
    void anEditListHidesTheFramesBeforeIt() {
        Path whole = NumberedVideo.at("25", 60).file();
        Path cut = NumberedVideo.copied(whole, "mp4", List.of("-ss", "1"));
        List<Integer> numbers = FrameReader.numbers(cut);
        assertEquals(25, numbers.getFirst());
        assertEquals(numbers, ShownFrames.of(cut).numbers());
    }

    @Test
    void anOffsetMovesEveryTimestamp() {
        Path shifted = NumberedVideo.at("25", 30).with("-output_ts_offset", "10").in("ts").file();
        assertTrue(StreamFacts.of(shifted, "v:0").startTime().compareTo(Rational.of(10)) >= 0);
        ShownFrames shown = ShownFrames.of(shifted);
        assertEquals(Rational.ZERO, shown.times().getFirst());
        assertEquals(12, shown.numberAt(Rational.of(12, 25)));
    }

    @Test
    void theRuleAllowsTwoTicks() {
        Rational tick = Rational.of(1, 1000);
        List<Rational> times = List.of(Rational.ZERO, Rational.of(33, 1000));
        ShownFrames shown = new ShownFrames(tick, times, List.of(0, 1));
        assertEquals(1, shown.numberAt(Rational.of(310, 10_000)));
        assertEquals(0, shown.numberAt(Rational.of(309, 10_000)));
        assertEquals(0, shown.numberAt(Rational.of(-1)));
        assertEquals(1, shown.numberAt(Rational.of(9)));
        assertEquals(List.of(0, 1, 1), shown.expected(Rational.ZERO, Rational.of(30), 3));
    }

    private static List<Integer> upTo(int count) {
        return IntStream.range(0, count).boxed().toList();
    }
}
