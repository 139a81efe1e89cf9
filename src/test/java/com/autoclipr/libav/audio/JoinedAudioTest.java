package com.autoclipr.libav.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.libav.LibavMedia;
import com.autoclipr.libav.Played;
import com.autoclipr.media.AudioSource;
import com.autoclipr.testkit.Programs;
import com.autoclipr.testkit.media.WaveFile;
import com.autoclipr.time.Rational;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Sound of files that were put together as bytes: nothing of a part is lost, whatever its rate.
@Tag("slow")
class JoinedAudioTest {
    private static final int OUT_HZ = 48_000;
    private static final int SECONDS = 3;

    @TempDir Path folder;

    /// Three seconds with a click every half second.
    ///
    /// @param first seconds of the first click
    /// @param arguments of `ffmpeg` between its input and its output
    private Path part(String name, int rateHz, double first, List<String> arguments)
            throws IOException {
        Path wave = folder.resolve(name + ".wav");
        WaveFile.write(
                wave,
                rateHz,
                1,
                (long) SECONDS * rateHz,
                index -> {
                    double at = (double) index / rateHz - first;
                    double click = at - Math.rint(at * 2) / 2;
                    return 0.8 * Math.exp(-click * click * 4e6) * Math.cos(click * 12_000);
                });
        Path file = folder.resolve(name);
        List<String> all = new ArrayList<>(List.of("-y", "-i", wave.toString()));
        all.addAll(arguments);
        all.add(file.toString());
        Programs.ffmpeg(all);
        return file;
    }

    private Path joined(String extension, Path... parts) throws IOException {
        Path whole = folder.resolve("joined." + extension);
        for (Path part : parts) {
            byte[] bytes = Files.readAllBytes(part);
            // A second header of FLV is no part of the format.
            int header = extension.equals("flv") && Files.exists(whole) ? 13 : 0;
            Files.write(
                    whole,
                    Arrays.copyOfRange(bytes, header, bytes.length),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
        return whole;
    }

    private static float[] from(Played film, Path file, Rational start, int seconds) {
        float[] left = new float[seconds * OUT_HZ];
        try (AudioSource sound =
                new LibavMedia().openAudio(file, film.facts().audio().orElseThrow(), start)) {
            sound.read(left, new float[left.length], left.length);
        }
        return left;
    }

    /// Two clicks a second, from the first one on, across the joint.
    ///
    /// @param delay seconds of the second part's priming, which the format does not announce
    private static void assertEven(List<Double> clicks, double delay) {
        assertEquals(4 * SECONDS, clicks.size(), clicks.toString());
        for (int i = 0; i < clicks.size(); i++) {
            double due = clicks.getFirst() + i / 2.0 + (i < 2 * SECONDS ? 0 : delay);
            assertEquals(due, clicks.get(i), 0.001, "click " + i + " of " + clicks);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "aac, aac, 48000, 44100, 0.0312", "aac, aac, 44100, 48000, 0.0399",
        "aac, aac, 22050, 48000, 0.0399", "oga, flac, 44100, 48000, 0",
        "oga, flac, 96000, 44100, 0", "ogg, vorbis -strict -2 -ac 2, 48000, 44100, 0.0019",
        "flac, flac, 44100, 48000, 0", "flac, flac, 48000, 32000, 0",
    })
    void soundKeepsItsPaceWhereItsRateChanges(
            String extension, String codec, int firstHz, int secondHz, double delay)
            throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-c:a"));
        arguments.addAll(Arrays.asList(codec.split(" ")));
        Path file =
                joined(
                        extension,
                        part("first." + extension, firstHz, 0.2, arguments),
                        part("second." + extension, secondHz, 0.2, arguments));
        Played film = new Played(file);
        List<Double> clicks = Played.clicks(film.sound());
        assertEven(clicks, delay);
        assertEquals(2 * SECONDS + delay, film.facts().duration().toDouble(), 0.06);
        Rational deep = new Rational(4_321, 1_000);
        List<Double> later = Played.clicks(from(film, file, deep, 1));
        for (double click : later) {
            double nearest =
                    clicks.stream()
                            .mapToDouble(c -> Math.abs(c - click - deep.toDouble()))
                            .min()
                            .orElseThrow();
            assertEquals(0, nearest, 0.0001, later + " of " + clicks);
        }
        assertEquals(2, later.size());
        List<Decision> met = film.decisions(DecisionKind.TIMESTAMPS_CORRECTED);
        assertEquals(1, met.size(), met.toString());
        assertEquals(3, Double.parseDouble(met.getFirst().facts().get(Fact.AT)), 0.35);
        assertEquals(List.of(), film.decisions(DecisionKind.CORRUPT_DATA_SKIPPED));
        assertEquals(List.of(), film.decisions(DecisionKind.GAP_FILLED));
        if (!extension.equals("ogg")) {
            // A link of Vorbis begins with priming, which overlaps.
            assertEquals(List.of(), film.decisions(DecisionKind.AUDIO_OVERLAPPED));
        }
    }

    /// FFmpeg delivers the end of the first file and the header of the second as one packet.
    @ParameterizedTest
    @CsvSource({"flac, -c:a flac", "flac, -c:a flac -frame_size 1000", "oga, -c:a flac"})
    void joinedFlacLosesNothing(String extension, String codec) throws IOException {
        List<String> arguments = Arrays.asList(codec.split(" "));
        Path part = part("part." + extension, OUT_HZ, 0.2, arguments);
        Path file = joined(extension, part, part);
        Played film = new Played(file);
        assertEven(Played.clicks(film.sound()), 0);
        assertEquals(Rational.of(2 * SECONDS), film.facts().duration());
        for (int ms = 2_050; ms < 3_500; ms += 100) {
            Rational start = new Rational(ms, 1_000);
            List<Double> clicks = Played.clicks(from(film, file, start, 1));
            double due = Math.ceil(start.toDouble() * 2 - 0.4) / 2 + 0.2 - start.toDouble();
            assertEquals(2, clicks.size(), "from " + ms + " ms: " + clicks);
            assertEquals(due, clicks.getFirst(), 0.001, "from " + ms + " ms");
        }
        assertTrue(film.decisions(DecisionKind.AUDIO_OVERLAPPED).isEmpty());
    }

    /// The headers of a link come as packets; they do not last.
    @ParameterizedTest
    @CsvSource({"ogg, vorbis -strict -2 -ac 2", "opus, libopus", "oga, flac"})
    void linksOfAChainFollowAtOnce(String extension, String codec) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-c:a"));
        arguments.addAll(Arrays.asList(codec.split(" ")));
        Path part = part("part." + extension, OUT_HZ, 0.2, arguments);
        Played film = new Played(joined(extension, part, part));
        assertEven(Played.clicks(film.sound()), 0);
        assertEquals(2 * SECONDS, film.facts().duration().toDouble(), 0.001);
        List<Decision> met = film.decisions(DecisionKind.TIMESTAMP_DISCONTINUITY);
        assertEquals(1, met.size(), met.toString());
        // A page of Opus may end with the packet of a link's priming.
        assertEquals(SECONDS, Double.parseDouble(met.getFirst().facts().get(Fact.AT)), 0.021);
        assertTrue(film.decisions(DecisionKind.AUDIO_OVERLAPPED).isEmpty());
    }

    private Path film(String name, int rateHz, int channels) throws IOException {
        return part(
                name,
                rateHz,
                0.01,
                List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc=s=64x36:r=30:d=" + SECONDS,
                        "-c:v",
                        name.endsWith("flv") ? "flv" : "mpeg2video",
                        "-c:a",
                        name.endsWith("mpg") ? "mp2" : "aac",
                        "-ac",
                        Integer.toString(channels),
                        "-pix_fmt",
                        "yuv420p"));
    }

    /// What an encoder adds to fill its last packet lies where the next part begins.
    @ParameterizedTest
    @CsvSource({
        "ts, 44100, 1, 48000, 2", "ts, 48000, 2, 44100, 1", "ts, 48000, 1, 48000, 1",
        "flv, 44100, 1, 44100, 1", "mpg, 48000, 1, 48000, 2", "mpg, 44100, 2, 44100, 2",
    })
    void theBeginningOfAPartIsHeard(
            String extension, int firstHz, int firstChannels, int secondHz, int secondChannels)
            throws IOException {
        Path file =
                joined(
                        extension,
                        film("first." + extension, firstHz, firstChannels),
                        film("second." + extension, secondHz, secondChannels));
        Played film = new Played(file);
        List<Double> clicks = Played.clicks(film.sound());
        assertEquals(4 * SECONDS, clicks.size(), clicks.toString());
        assertEquals(3, clicks.get(2 * SECONDS) - clicks.getFirst(), 0.045, clicks.toString());
        for (int i = 2 * SECONDS + 1; i < clicks.size(); i++) {
            assertEquals(0.5, clicks.get(i) - clicks.get(i - 1), 0.003, clicks.toString());
        }
        Rational start = new Rational(29, 10);
        List<Double> later = Played.clicks(from(film, file, start, 1));
        assertEquals(clicks.get(2 * SECONDS) - start.toDouble(), later.getFirst(), 0.001);
        // MP2 has no packet that only ends the one before.
        int overlaps = extension.equals("mpg") ? 0 : 1;
        assertEquals(overlaps, film.decisions(DecisionKind.AUDIO_OVERLAPPED).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "mov"})
    void primingBeforeTheFirstFragmentIsNoGap(String extension) throws IOException {
        Path file =
                part(
                        "film." + extension,
                        OUT_HZ,
                        0.2,
                        List.of(
                                "-f",
                                "lavfi",
                                "-i",
                                "testsrc=s=64x36:r=30:d=3",
                                "-c:v",
                                "libx264",
                                "-c:a",
                                "aac",
                                "-movflags",
                                "frag_keyframe+empty_moov"));
        Played film = new Played(file);
        List<Double> clicks = Played.clicks(film.sound());
        assertEquals(2 * SECONDS, clicks.size(), clicks.toString());
        List<Decision> met = film.decisions(DecisionKind.GAP_FILLED);
        assertTrue(met.isEmpty(), met.toString());
    }
}
