package com.autoclipr.libav;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.libav.Played.Seen;
import com.autoclipr.testkit.Programs;
import com.autoclipr.testkit.media.ClickFlash;
import com.autoclipr.testkit.media.NumberedVideo;
import com.autoclipr.time.Rational;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Files whose pictures and sound go on in other streams, or in another codec: broadcasts that were
/// joined as bytes, or that changed their structure.
@Tag("slow")
class ContinuedStreamsTest {
    private static final List<String> OTHER_PROGRAM =
            List.of("-streamid", "0:500", "-streamid", "1:501", "-mpegts_service_id", "7");

    @TempDir Path folder;

    private static List<Integer> times(int count, int... lengths) {
        List<Integer> numbers = new ArrayList<>();
        for (int length : lengths) {
            IntStream.range(0, length).forEach(numbers::add);
        }
        assertEquals(count, numbers.size());
        return numbers;
    }

    private Path joined(String extension, Path... parts) throws IOException {
        Path whole = folder.resolve("joined." + extension);
        for (Path part : parts) {
            Files.write(
                    whole,
                    Files.readAllBytes(part),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
        return whole;
    }

    private static Path numbered(int frames, String encoding, List<String> more) {
        List<String> arguments = new ArrayList<>(List.of("-g", "20", "-preset", "ultrafast"));
        arguments.add("-c:v");
        arguments.addAll(Arrays.asList(encoding.split(" ")));
        arguments.addAll(more);
        return NumberedVideo.at("30", frames)
                .encoded(arguments.toArray(String[]::new))
                .in("ts")
                .file();
    }

    private static void assertShown(Played film, int frame, int number) {
        Rational middle = Rational.of(2L * frame + 1, 60).plus(new Rational(1, 500));
        assertEquals(number, film.numberAt(middle), "at frame " + frame);
    }

    /// The first part is shorter or longer than what is read to know the file's streams.
    @ParameterizedTest
    @CsvSource({"62, libx264 -bf 2", "400, libx264 -bf 2", "62, mpeg2video -q:v 4 -bf 2"})
    void picturesGoOnInAnotherStream(int length, String encoding) throws IOException {
        Path first = numbered(length, encoding, List.of());
        Path other = numbered(50, encoding, OTHER_PROGRAM);
        Played film = new Played(joined("ts", first, other, first));
        // The third part is the first stream again.
        assertEquals(times(length + length, length, length), film.numbers());
        assertEquals(1, film.decisions(DecisionKind.STREAM_SELECTED).size());

        Files.delete(folder.resolve("joined.ts"));
        Path third = numbered(40, "libx265", List.of("-streamid", "0:700"));
        film = new Played(joined("ts", first, other, third));
        assertEquals(times(length + 90, length, 50, 40), film.numbers());
        assertEquals((length + 90) / 30.0, film.facts().duration().toDouble(), 0.1);
        List<Decision> met = film.decisions(DecisionKind.STREAM_CONTINUED);
        assertEquals(2, met.size(), met.toString());
        double at = Double.parseDouble(met.getFirst().facts().get(Fact.AT));
        assertEquals(length / 30.0, at, 0.07);
        assertEquals(2, film.decisions(DecisionKind.TIMESTAMP_DISCONTINUITY).size());
        for (DecisionKind none :
                List.of(
                        DecisionKind.STREAM_SELECTED,
                        DecisionKind.STREAM_IGNORED,
                        DecisionKind.CORRUPT_DATA_SKIPPED,
                        DecisionKind.FRAMES_DROPPED)) {
            assertTrue(film.decisions(none).isEmpty(), none.token());
        }
        assertShown(film, length + 70, 20);
        assertShown(film, length + 10, 10);
        assertShown(film, length, 0);
        assertShown(film, length - 1, length - 1);
        assertShown(film, length + 89, 39);
    }

    @ParameterizedTest
    @CsvSource({
        "libx264 -bf 2, libx265", "libx265, libx264 -bf 2",
        "libx264 -bf 0, mpeg2video -q:v 4", "mpeg2video -q:v 4 -bf 2, libx264 -bf 2",
    })
    void picturesGoOnInAnotherCodec(String before, String after) throws IOException {
        for (int length : List.of(62, 400)) {
            Files.deleteIfExists(folder.resolve("joined.ts"));
            Path file =
                    joined(
                            "ts",
                            numbered(length, before, List.of()),
                            numbered(50, after, List.of()));
            Played film = new Played(file);
            // What lies around the change is lost in the demuxer, up to the next key picture.
            List<Integer> seen = film.numbers();
            assertEquals(times(length - 4, length - 4), seen.subList(0, length - 4));
            assertEquals(
                    IntStream.range(20, 50).boxed().toList(),
                    seen.subList(seen.size() - 30, seen.size()));
            List<Decision> met = film.decisions(DecisionKind.STREAM_CONTINUED);
            assertEquals(1, met.size(), met.toString());
            double at = Double.parseDouble(met.getFirst().facts().get(Fact.AT));
            assertTrue(at > length / 30.0 - 0.1 && at < length / 30.0 + 0.8, met.toString());
            List<Decision> damage = film.decisions(DecisionKind.CORRUPT_DATA_SKIPPED);
            assertEquals(
                    met.getFirst().facts().get(Fact.AT), damage.getFirst().facts().get(Fact.AT));
            assertEquals(40, film.numberAt(Rational.of(2L * length + 81, 60)), 2.0);
            assertShown(film, length / 2, length / 2);
        }
    }

    private Path clicks(String name, String video, String audio, List<String> more) {
        Path part = folder.resolve(name);
        List<String> arguments =
                new ArrayList<>(List.of("-i", new ClickFlash("30", 3).file().toString()));
        arguments.addAll(
                List.of("-preset", "ultrafast", "-c:v", video, "-c:a", audio, "-ar", "48000"));
        arguments.addAll(more);
        arguments.add(part.toString());
        Programs.ffmpeg(arguments);
        return part;
    }

    private static void assertInStep(Played film, int count) {
        List<Double> flashes = new ArrayList<>();
        for (Seen seen : film.seen(Played::white)) {
            if (seen.number() == 1) {
                flashes.add(Played.seconds(seen.step()));
            }
        }
        List<Double> clicks = Played.clicks(film.sound());
        assertEquals(count, flashes.size());
        assertEquals(count, clicks.size(), clicks.toString());
        for (int i = 0; i < count; i++) {
            // A part of AAC begins with priming of 21 ms, which TS does not announce.
            assertEquals(clicks.get(0) - flashes.get(0), clicks.get(i) - flashes.get(i), 0.026);
        }
    }

    @ParameterizedTest
    @CsvSource({"aac, aac", "mp2, ac3", "aac, mp2", "ac3, aac", "ac3, eac3"})
    void soundGoesOnInStep(String before, String after) throws IOException {
        Path first = clicks("first.ts", "libx264", before, List.of());
        Path sameNumbers = clicks("same.ts", "libx264", after, List.of());
        Played film = new Played(joined("ts", first, sameNumbers));
        assertInStep(film, 4);
        int changes = before.equals(after) ? 0 : 1;
        assertEquals(changes, film.decisions(DecisionKind.STREAM_CONTINUED).size());

        Files.delete(folder.resolve("joined.ts"));
        Path others = clicks("others.ts", "libx264", after, OTHER_PROGRAM);
        film = new Played(joined("ts", first, others));
        assertInStep(film, 4);
        List<Decision> met = film.decisions(DecisionKind.STREAM_CONTINUED);
        assertEquals(2, met.size(), met.toString());
        assertTrue(film.decisions(DecisionKind.STREAM_IGNORED).isEmpty());
        assertTrue(film.decisions(DecisionKind.CORRUPT_DATA_SKIPPED).isEmpty());
    }

    @Test
    void soundOfAProgramStreamGoesOn() throws IOException {
        Path first = clicks("first.vob", "mpeg2video", "mp2", List.of());
        Path second = clicks("second.vob", "mpeg2video", "ac3", List.of());
        Played film = new Played(joined("vob", first, second));
        assertInStep(film, 4);
        assertEquals(1, film.decisions(DecisionKind.STREAM_CONTINUED).size());
    }

    /// Streams that lie side by side are a choice.
    @Test
    void streamsAtTheSameTimeAreNotJoined() {
        Path file = folder.resolve("two.ts");
        Path one = NumberedVideo.at("30", 60).file();
        Path two = NumberedVideo.at("30", 90).file();
        Programs.ffmpeg(
                List.of(
                        "-i",
                        one.toString(),
                        "-i",
                        two.toString(),
                        "-map",
                        "0:v",
                        "-map",
                        "1:v",
                        "-c",
                        "copy",
                        file.toString()));
        Played film = new Played(file);
        assertEquals(times(60, 60), film.numbers());
        assertEquals(1, film.decisions(DecisionKind.STREAM_SELECTED).size());
        assertTrue(film.decisions(DecisionKind.STREAM_CONTINUED).isEmpty());
    }
}
