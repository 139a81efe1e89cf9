package com.autoclipr.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.autoclipr.testkit.Autoclipr;
import com.autoclipr.testkit.FrameReader;
import com.autoclipr.testkit.ShownFrames;
import com.autoclipr.testkit.StreamFacts;
import com.autoclipr.testkit.TestProject;
import com.autoclipr.testkit.media.NumberedVideo;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every output frame shows the source frame that the rule gives, at every rate, also where chunks
/// join.
@Tag("slow")
class FrameExactnessTest {
    private static final List<String> RATES_IN =
            List.of("24", "25", "30000/1001", "30", "50", "60000/1001", "60");
    private static final List<String> RATES_OUT = List.of("24", "30000/1001", "30", "60");
    private static final Rational DURATION = Rational.of(5, 2);
    private static final int SECONDS = 6;

    @TempDir private Path folder;

    static Stream<Arguments> rates() {
        List<Arguments> pairs = new ArrayList<>();
        for (int in = 0; in < RATES_IN.size(); in++) {
            for (int out = 0; out < RATES_OUT.size(); out++) {
                if (Acceptance.full() || out == in % RATES_OUT.size()) {
                    // Starts that fall on, between and just beside frames.
                    Rational start = Rational.of(7 + 5 * in + 3 * out, 12 + out);
                    pairs.add(Arguments.of(RATES_IN.get(in), RATES_OUT.get(out), start));
                }
            }
        }
        return pairs.stream();
    }

    @ParameterizedTest
    @MethodSource("rates")
    void constantRates(String in, String out, Rational start) {
        check(NumberedVideo.at(in, frames(in)).file(), start, out);
    }

    static Stream<Arguments> variable() {
        return Stream.of(
                        Arguments.of(1, "mkv", "30"),
                        Arguments.of(2, "mp4", "24"),
                        Arguments.of(3, "mkv", "60"),
                        Arguments.of(4, "mp4", "30000/1001"))
                .limit(Acceptance.full() ? 4 : 2);
    }

    @ParameterizedTest
    @MethodSource("variable")
    void variableRate(int seed, String extension, String out) {
        Path source = NumberedVideo.at("25", 150).variable(seed).in(extension).file();
        check(source, Rational.of(23, 17), out);
    }

    /// Sources with the same numbers in other wrappings.
    static Stream<Arguments> wrappings() {
        NumberedVideo video = NumberedVideo.at("30000/1001", 180);
        String[] mpeg2 = {"-c:v", "mpeg2video", "-q:v", "3", "-bf", "2", "-g", "15"};
        String[] vp9 = {"-c:v", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8"};
        String[] hevc = {"-c:v", "libx265", "-preset", "ultrafast", "-x265-params", "log-level=1"};
        return Stream.of(
                Arguments.of("Matroska rounds to milliseconds", video.in("mkv").file()),
                Arguments.of(
                        "transport stream that starts at ten seconds, open groups of pictures",
                        video.with("-x264-params", "open-gop=1:keyint=40:min-keyint=40:bframes=3")
                                .with("-output_ts_offset", "10")
                                .in("ts")
                                .file()),
                Arguments.of("MPEG-2", video.encoded(mpeg2).in("ts").file()),
                Arguments.of("VP9", video.encoded(vp9).in("webm").file()),
                Arguments.of("HEVC", video.encoded(hevc).file()),
                Arguments.of(
                        "edit list that starts within a group of pictures",
                        NumberedVideo.copied(video.file(), "mp4", List.of("-ss", "0.7"))),
                Arguments.of("fragments", video.with("-movflags", "frag_keyframe").file()),
                Arguments.of("FLV", video.in("flv").file()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrappings")
    void otherWrappings(String name, Path source) {
        // On a frame: where a container rounds timestamps up, only half a tick finds the right one.
        check(source, Rational.of(40 * 1001, 30_000), "30000/1001");
    }

    @Test
    void theLastFrameStaysPastTheEnd() {
        Path source = NumberedVideo.at("25", 30).file();
        Rational start = Rational.of(4, 5);
        Path project =
                TestProject.canvas(320, 180)
                        .cut(start, Rational.of(1))
                        .layer(
                                "{\"type\": \"video\", \"src\": \"%s\", \"duration\": 10}"
                                        .formatted(source))
                        .in(folder);
        Path file = Autoclipr.export(project, folder, Acceptance.small("--fps", "25")).file();
        ShownFrames shown = ShownFrames.of(source);
        assertEquals(shown.expected(start, Rational.of(25), 25), FrameReader.numbers(file));
    }

    @Test
    void trimAndStartMoveTheSource() {
        Path source = NumberedVideo.at("25", 150).file();
        Path project =
                TestProject.canvas(320, 180)
                        .cut(Rational.of(11, 10), Rational.of(3, 2))
                        .layer(
                                "{\"type\": \"video\", \"src\": \"%s\", \"start\": 0.3, \"trim\": \"1001/1000\"}"
                                        .formatted(source))
                        .in(folder);
        Path file = Autoclipr.export(project, folder, Acceptance.small("--fps", "30")).file();
        Rational sourceStart =
                Rational.of(11, 10).minus(Rational.of(3, 10)).plus(Rational.of(1001, 1000));
        assertEquals(
                ShownFrames.of(source).expected(sourceStart, Rational.of(30), 45),
                FrameReader.numbers(file));
    }

    private void check(Path source, Rational start, String out) {
        Rational rate = Rational.parse(out);
        Path project =
                TestProject.canvas(320, 180).cut(start, DURATION).layer("video", source).in(folder);
        Path file = Autoclipr.export(project, folder, Acceptance.small("--fps", out)).file();
        int count = Math.toIntExact(DURATION.times(rate).ceil());
        assertEquals(
                ShownFrames.of(source).expected(start, rate, count), FrameReader.numbers(file));
        assertTimes(file, rate, count);
    }

    /// Frame n of the file is presented at exactly n/rate.
    private static void assertTimes(Path file, Rational rate, int count) {
        List<Rational> expected = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            expected.add(Rational.of(n).dividedBy(rate));
        }
        assertEquals(expected, StreamFacts.presentationTimes(file, "v:0"));
    }

    private static int frames(String rate) {
        return Math.toIntExact(Rational.parse(rate).times(SECONDS).ceil());
    }
}
