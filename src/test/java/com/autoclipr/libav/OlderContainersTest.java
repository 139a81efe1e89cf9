package com.autoclipr.libav;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.DecisionKind;
import com.autoclipr.libav.Played.Seen;
import com.autoclipr.media.AudioSource;
import com.autoclipr.testkit.Programs;
import com.autoclipr.testkit.media.ClickFlash;
import com.autoclipr.testkit.media.NumberedVideo;
import com.autoclipr.time.Rational;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// ASF, RealMedia and FLV, whose packets say when they are sent rather than when they are seen or
/// heard, or do not even say that.
@Tag("slow")
class OlderContainersTest {
    @TempDir Path folder;

    /// Pictures that are decoded ahead make sound late, not pictures early.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "libx264 -bf 0",
                "libx264 -bf 1",
                "libx264 -bf 2",
                "libx264 -bf 3 -x264-params open-gop=1",
                "mpeg4 -bf 2",
                "wmv2",
            })
    void picturesOfAsfAreInStepWithItsSound(String encoding) {
        Path file = folder.resolve("film.asf");
        List<String> arguments =
                new ArrayList<>(List.of("-i", new ClickFlash("30", 4).file().toString()));
        arguments.addAll(List.of("-preset", "ultrafast", "-g", "30", "-c:v"));
        arguments.addAll(Arrays.asList(encoding.split(" ")));
        arguments.addAll(List.of("-c:a", "pcm_s16le", file.toString()));
        Programs.ffmpeg(arguments);
        Played film = new Played(file);
        List<Double> flashes =
                film.seen(Played::white).stream()
                        .filter(seen -> seen.number() == 1)
                        .map(Seen::step)
                        .map(Played::seconds)
                        .toList();
        List<Double> clicks = Played.clicks(film.sound());
        assertEquals(3, flashes.size());
        assertEquals(3, clicks.size(), clicks.toString());
        for (int i = 0; i < 3; i++) {
            assertEquals(clicks.get(i), flashes.get(i), 0.006, "flash " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"libx264 -bf 2", "libx264 -bf 3 -x264-params open-gop=1", "mpeg4 -bf 2"})
    void picturesOfAsfAreShownInOrder(String encoding) {
        List<String> arguments =
                new ArrayList<>(List.of("-preset", "ultrafast", "-g", "30", "-c:v"));
        arguments.addAll(Arrays.asList(encoding.split(" ")));
        Path file =
                NumberedVideo.at("30", 90)
                        .encoded(arguments.toArray(String[]::new))
                        .in("asf")
                        .file();
        Played film = new Played(file);
        assertEquals(IntStream.range(0, 90).boxed().toList(), film.numbers());
        assertEquals(3, film.facts().duration().toDouble(), 0.002);
        for (int frame : List.of(80, 3, 45, 46, 31, 30, 29, 89)) {
            Rational middle = Rational.of(2L * frame + 1, 60);
            assertEquals(frame, film.numberAt(middle), "at frame " + frame);
        }
    }

    /// A muxer that has no time for sound writes zero.
    @ParameterizedTest
    @CsvSource({"rm, real_144, 8000", "flv, libmp3lame, 44100"})
    void soundWhosePacketsAllHaveTheSameTimeIsCounted(String extension, String codec, String rate)
            throws IOException {
        Path file = folder.resolve("film." + extension);
        Programs.ffmpeg(
                List.of(
                        "-i",
                        new ClickFlash("30", 6).file().toString(),
                        "-c:v",
                        extension.equals("rm") ? "rv10" : "flv1",
                        "-s",
                        "176x144",
                        "-c:a",
                        codec,
                        "-ar",
                        rate,
                        "-ac",
                        "1",
                        file.toString()));
        if (extension.equals("flv")) {
            forgetTimesOfSound(file);
        }
        Played film = new Played(file);
        List<Double> clicks = Played.clicks(film.sound());
        assertEquals(5, clicks.size(), clicks.toString());
        for (int i = 0; i < 5; i++) {
            // Priming of either codec, which its container does not declare.
            assertEquals(1.023 + i, clicks.get(i), 0.004);
        }
        assertEquals(6.03, film.facts().audio().orElseThrow().duration().toDouble(), 0.015);
        assertEquals(1, film.decisions(DecisionKind.TIMESTAMPS_CORRECTED).size());
        assertTrue(film.decisions(DecisionKind.AUDIO_OVERLAPPED).isEmpty());
        try (AudioSource sound =
                new LibavMedia()
                        .openAudio(file, film.facts().audio().orElseThrow(), Rational.of(4))) {
            float[] left = new float[4_800];
            sound.read(left, new float[4_800], 4_800);
            assertEquals(clicks.get(3) - 4, Played.clicks(left).getFirst(), 0.000_01);
        }
    }

    private static void forgetTimesOfSound(Path flv) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(flv));
        int at = 13;
        while (at < bytes.limit()) {
            int size = bytes.getInt(at) & 0xffffff;
            if (bytes.get(at) == 8) {
                bytes.putInt(at + 4, 0);
            }
            at += 11 + size + 4;
        }
        Files.write(flv, bytes.array());
    }

    /// The decoder of WMA gives out the last frame when there are no more packets, as many samples
    /// later as it leaves out at the start.
    @ParameterizedTest
    @CsvSource({
        "wmav2, 48000, 2048", "wmav2, 44100, 2048", "wmav2, 32000, 2048",
        "wmav1, 32000, 1024", "wmav1, 22050, 1024", "wmav1, 16000, 512",
    })
    void theEndOfWmaIsHeard(String codec, int rateHz, int frameSamples) {
        Path file = folder.resolve("sound.wma");
        Programs.ffmpeg(
                List.of(
                        "-f",
                        "lavfi",
                        "-i",
                        "sine=f=440:d=3:r=" + rateHz,
                        "-ac",
                        "1",
                        "-af",
                        "volume=4",
                        "-c:a",
                        codec,
                        file.toString()));
        byte[] theirs = Programs.ffmpegOutput(List.of("-i", file.toString(), "-f", "s16le", "-"));
        double seconds = (theirs.length / 2.0 + 2 * frameSamples) / rateHz;
        float[] sound = new Played(file).sound();
        assertEquals(seconds, sound.length / 48_000.0, 0.002);
        int last = sound.length - 1;
        while (Math.abs(sound[last]) < 0.1) {
            last--;
        }
        assertEquals(seconds, last / 48_000.0, 0.015);
    }
}
