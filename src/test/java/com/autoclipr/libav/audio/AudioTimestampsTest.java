package com.autoclipr.libav.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.libav.Played;
import com.autoclipr.testkit.Programs;
import com.autoclipr.testkit.media.WaveFile;
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

/// Sound whose timestamps do not agree with its samples.
@Tag("slow")
class AudioTimestampsTest {
    private static final int RATE_HZ = 48_000;

    @TempDir Path folder;

    /// Sound with other timestamps.
    ///
    /// @param timestamps an expression of FFmpeg's `setts` filter, in samples
    private Path retimed(WaveFile.Signal signal, int seconds, String extension, String timestamps)
            throws IOException {
        Path wave = folder.resolve("sound.wav");
        WaveFile.write(wave, RATE_HZ, 1, (long) seconds * RATE_HZ, signal);
        Path file = folder.resolve("sound." + extension);
        List<String> codec =
                switch (extension) {
                    case "flv" -> List.of("-c:a", "libmp3lame", "-ar", "44100");
                    case "ts" -> List.of("-c:a", "mp2", "-b:a", "384k");
                    default -> List.of("-c:a", "flac", "-frame_size", "1024");
                };
        List<String> arguments = new ArrayList<>(List.of("-i", wave.toString()));
        arguments.addAll(codec);
        arguments.addAll(List.of("-bsf:a", "setts=ts=" + timestamps, file.toString()));
        Programs.ffmpeg(arguments);
        return file;
    }

    private static double tone(long index) {
        return 0.5 * Math.sin(2 * Math.PI * 997 * index / RATE_HZ);
    }

    /// The longest stretch that is nearly silent, in samples, between half a second after the start
    /// and before the end.
    private static int longestHole(float[] sound) {
        int longest = 0;
        int now = 0;
        for (int i = RATE_HZ / 2; i < sound.length - RATE_HZ / 2; i++) {
            now = Math.abs(sound[i]) < 0.004 ? now + 1 : 0;
            longest = Math.max(longest, now);
        }
        return longest;
    }

    @ParameterizedTest
    @CsvSource({"mkv, 1.001", "mkv, 0.999", "flv, 1.0006", "ts, 1.001"})
    void driftIsFollowedWithoutAHole(String extension, double factor) throws IOException {
        Path file = retimed(AudioTimestampsTest::tone, 20, extension, "TS*" + factor);
        Played played = new Played(file);
        float[] sound = played.sound();
        assertTrue(longestHole(sound) < 5, longestHole(sound) + " samples are missing");
        List<Decision> met = played.decisions(DecisionKind.AUDIO_DRIFT_COMPENSATED);
        assertEquals(1, met.size());
        double parts = Double.parseDouble(met.getFirst().facts().get(Fact.PARTS_PER_MILLION));
        assertEquals((factor - 1) * 1e6, parts, 200);
        assertTrue(played.decisions(DecisionKind.GAP_FILLED).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"mkv, 1.001, 0.0055", "mkv, 0.999, 0.0055"})
    void whatDriftsStaysWhereItsTimestampsAre(String extension, double factor, double most)
            throws IOException {
        Path file =
                retimed(
                        index -> {
                            double at = Math.floorMod(index + 24_000, 48_000) - 24_000;
                            return 0.8 * Math.exp(-at * at / 4_000) * Math.cos(at / 2.5);
                        },
                        40,
                        extension,
                        "TS*" + factor);
        List<Double> clicks = Played.clicks(new Played(file).sound());
        for (int i = 1; i < 39; i++) {
            assertEquals(i * factor, clicks.get(i), most, "click " + i);
            if (i > 15) {
                assertEquals(i * factor, clicks.get(i), 0.0015, "click " + i);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mkv | TS+432*mod(N\\,2)", "mkv | TS-56*mod(N\\,8)",
                "flv | TS+500*eq(mod(N\\,5)\\,4)", "ts | TS+400*mod(N\\,2)",
            })
    void tremblingTimestampsAreCountedThrough(String extension, String timestamps)
            throws IOException {
        Played played = new Played(retimed(AudioTimestampsTest::tone, 6, extension, timestamps));
        float[] sound = played.sound();
        assertTrue(longestHole(sound) < 5, longestHole(sound) + " samples are missing");
        assertTrue(played.decisions(DecisionKind.GAP_FILLED).isEmpty());
        assertTrue(played.decisions(DecisionKind.AUDIO_OVERLAPPED).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"mkv | TS+2880*gte(N\\,100) | 0.06", "ts | TS+4800*gte(N\\,100) | 0.1"})
    void aGapIsSilentAndReported(String extension, String timestamps, double seconds)
            throws IOException {
        Played played = new Played(retimed(AudioTimestampsTest::tone, 6, extension, timestamps));
        assertEquals(seconds * RATE_HZ, longestHole(played.sound()), 300);
        List<Decision> met = played.decisions(DecisionKind.GAP_FILLED);
        assertEquals(1, met.size());
        double told = Double.parseDouble(met.getFirst().facts().get(Fact.SECONDS));
        assertEquals(seconds, told, 0.002);
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 60, 300})
    void soundThatOverlapsIsCutAndReported(int ms) throws IOException {
        Path file = retimed(AudioTimestampsTest::tone, 8, "mkv", "TS");
        AudioMoved.back(file, 0, ms);
        Played played = new Played(file);
        assertTrue(longestHole(played.sound()) < 50);
        List<Decision> met = played.decisions(DecisionKind.AUDIO_OVERLAPPED);
        assertEquals(1, met.size(), met.toString());
        double seconds = Double.parseDouble(met.getFirst().facts().get(Fact.SECONDS));
        assertEquals(ms / 1_000.0, seconds, 0.002);
        assertEquals(5, Double.parseDouble(met.getFirst().facts().get(Fact.AT)), 0.4);
        assertTrue(played.decisions(DecisionKind.GAP_FILLED).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"opus, libopus", "oga, flac", "ogg, vorbis -strict -2 -ac 2"})
    void everyLinkOfAnOggChainIsHeard(String extension, String codec) throws IOException {
        Path chain = folder.resolve("chain." + extension);
        for (String frequency : List.of("500", "1500", "3000")) {
            Path link = folder.resolve("link." + extension);
            List<String> arguments =
                    new ArrayList<>(
                            List.of(
                                    "-y",
                                    "-f",
                                    "lavfi",
                                    "-i",
                                    "sine=f=" + frequency + ":d=2:r=48000"));
            arguments.add("-c:a");
            arguments.addAll(Arrays.asList(codec.split(" ")));
            arguments.add(link.toString());
            Programs.ffmpeg(arguments);
            Files.write(
                    chain,
                    Files.readAllBytes(link),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
        Played played = new Played(chain);
        assertEquals(6, played.facts().duration().toDouble(), 0.02);
        assertEquals(2, played.decisions(DecisionKind.TIMESTAMP_DISCONTINUITY).size());
        float[] sound = played.sound();
        assertEquals(500, frequency(sound, 1), 10);
        assertEquals(1_500, frequency(sound, 3), 10);
        assertEquals(3_000, frequency(sound, 5), 10);
        assertTrue(longestHole(sound) < 50, longestHole(sound) + " samples are missing");
    }

    /// Half the number of times that a tone crosses zero in the half second around `second`.
    private static double frequency(float[] sound, int second) {
        int crossings = 0;
        int from = second * RATE_HZ - RATE_HZ / 4;
        for (int i = from; i < from + RATE_HZ / 2; i++) {
            crossings += sound[i] < 0 != sound[i + 1] < 0 ? 1 : 0;
        }
        return crossings;
    }
}
