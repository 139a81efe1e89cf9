package com.autoclipr.libav.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.DecisionKind;
import com.autoclipr.libav.handles.Natives;
import com.autoclipr.libav.probe.MediaProbe;
import com.autoclipr.media.AudioFacts;
import com.autoclipr.media.AudioSource;
import com.autoclipr.testkit.Programs;
import com.autoclipr.testkit.media.WaveFile;
import com.autoclipr.time.Rational;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Clicks at known samples of a source are found where they belong, read from the start and from
/// deep inside.
@Tag("slow")
class AudioInputTest {
    private static final int OUT_HZ = 48_000;
    private static final int SECONDS = 40;
    private static final Rational DEEP = new Rational(31_123, 1_000);

    /// Half the length of a click, seconds.
    private static final double REACH_SECONDS = 0.004;

    @TempDir Path folder;

    @BeforeAll
    static void load() {
        Natives.load();
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 11_025, 16_000, 22_050, 44_100, 48_000, 96_000, 192_000})
    void pcmOfEveryRateIsExactToATenthOfASample(int rateHz) throws IOException {
        Path wave = clicks(rateHz);
        assertClicks(wave, rateHz, Rational.ZERO, 0, 0.1);
        assertClicks(wave, rateHz, DEEP, 0, 0.1);
    }

    /// @param delay samples at 48 kHz by which the encoder's priming, which the container does not
    ///   announce, moves the sound
    @ParameterizedTest
    @CsvSource({
        "mp4, 44100, -c:a aac, 0, 1",
        "mp4, 44100, -c:a alac, 0, 0.1",
        "mp4, 48000, -c:a aac -movflags frag_keyframe+empty_moov+delay_moov, 0, 1",
        "mov, 96000, -c:a pcm_s24be, 0, 0.1",
        "mkv, 48000, -c:a libopus, 0, 1",
        "mkv, 44100, -c:a flac, 0, 0.1",
        "mkv, 44100, -c:a pcm_s16le, 0, 0.1",
        "mkv, 44100, -c:a aac, 0, 1",
        "opus, 48000, -c:a libopus, 0, 1",
        "mp3, 44100, -c:a libmp3lame -b:a 128k, 0, 1",
        "mp3, 44100, -c:a libmp3lame -q:a 3, 0, 1",
        "flac, 22050, -c:a flac, 0, 0.1",
        "avi, 44100, -c:a pcm_s16le, 0, 0.1",
        "ts, 48000, -c:a aac, 1024, 1",
        "ts, 48000, -c:a mp2, 481, 1",
        "flv, 44100, -c:a aac, 1114.56, 1",
        "aiff, 44100, -c:a pcm_s16be, 0, 0.1",
        "caf, 44100, -c:a pcm_s16le, 0, 0.1",
        "caf, 44100, -c:a alac, 0, 0.1",
        "caf, 48000, -c:a libopus, 312, 1",
        "w64, 44100, -c:a pcm_s24le, 0, 0.1",
        "au, 44100, -c:a pcm_s16be, 0, 0.1",
        "wv, 44100, -c:a wavpack, 0, 0.1",
        "tta, 44100, -c:a tta, 0, 0.1",
        "wma, 44100, -c:a wmav2, 2229.12, 1",
        "ac3, 48000, -c:a ac3, 256, 1",
        "eac3, 48000, -c:a eac3, 256, 1",
        "mp4, 48000, -c:a ac3, 0, 1",
        "mkv, 48000, -c:a ac3, 0, 1",
        "dts, 48000, -c:a dca -strict -2, 512, 1",
        "thd, 48000, -c:a truehd -strict -2, 0, 1",
        "mp4, 48000, -c:a libopus, 0, 1",
        "webm, 48000, -c:a libopus, 0, 1",
        "ts, 48000, -c:a libopus, 312, 1",
        "ogg, 44100, -c:a flac, 0, 0.1",
        "aac, 44100, -c:a aac, 1114.56, 1",
    })
    void clicksStayWhereTheyAre(
            String extension, int rateHz, String options, double delay, double tolerance)
            throws IOException {
        Path wave = clicks(rateHz);
        Path coded = folder.resolve("coded." + extension);
        List<String> arguments =
                new ArrayList<>(List.of("-y", "-v", "error", "-i", wave.toString()));
        arguments.addAll(List.of(options.split(" ")));
        arguments.add(coded.toString());
        Programs.ffmpeg(arguments);
        assertClicks(coded, rateHz, Rational.ZERO, delay, tolerance);
        assertClicks(coded, rateHz, DEEP, delay, tolerance);
    }

    @Test
    void withPicturesBesideItOnlyTheSoundIsDecoded() throws IOException {
        Path wave = clicks(44_100);
        Path film = folder.resolve("film.mkv");
        Programs.ffmpeg(
                List.of(
                        "-y",
                        "-v",
                        "error",
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc=s=64x64:r=25:d=40",
                        "-i",
                        wave.toString(),
                        "-c:v",
                        "libx264",
                        "-preset",
                        "ultrafast",
                        "-g",
                        "250",
                        "-c:a",
                        "libopus",
                        film.toString()));
        assertClicks(film, 44_100, Rational.ZERO, 0, 1);
        assertClicks(film, 44_100, DEEP, 0, 1);
        try (AudioSource source = open(film, Rational.ZERO)) {
            source.read(new float[OUT_HZ], new float[OUT_HZ], OUT_HZ);
            assertFalse(
                    source.decisions().stream()
                            .anyMatch(d -> d.kind() == DecisionKind.CORRUPT_DATA_SKIPPED));
        }
    }

    @Test
    void theSamplesDoNotDependOnHowManyAreReadAtOnce() throws IOException {
        Path wave = clicks(44_100);
        float[] whole = read(wave, new Rational(1, 3), 100_000, 100_000);
        float[] parts = read(wave, new Rational(1, 3), 100_000, 977);
        assertArrayEquals(whole, parts);
    }

    @Test
    void beforeItsStartAndAfterItsEndASourceIsSilent() throws IOException {
        Path wave = folder.resolve("short.wav");
        WaveFile.write(wave, 44_100, 2, 44_100, index -> 0.5);
        float[] sound = read(wave, Rational.of(-1), 3 * OUT_HZ, 4_800);
        for (int i = 0; i < OUT_HZ; i++) {
            assertEquals(0, sound[i]);
            assertEquals(0, sound[2 * OUT_HZ + i]);
        }
        assertEquals(0.5, sound[OUT_HZ + OUT_HZ / 2], 1e-4);
        try (AudioSource source = open(wave, Rational.of(-1))) {
            assertFalse(source.ended());
            source.read(new float[2 * OUT_HZ], new float[2 * OUT_HZ], 2 * OUT_HZ);
            assertTrue(source.ended());
        }
    }

    @Test
    void monoAndSurroundAreMixedWithoutClippingOrLoss() throws IOException {
        Path mono = folder.resolve("mono.wav");
        WaveFile.write(mono, 48_000, 1, 48_000, index -> 0.8);
        assertEquals(0.8, read(mono, Rational.ZERO, 24_000, 4_800)[12_000], 1e-4);
        Path surround = folder.resolve("surround.wav");
        WaveFile.write(surround, 48_000, 6, 48_000, index -> 1);
        float[] mixed = read(surround, Rational.ZERO, 24_000, 4_800);
        assertEquals(1, mixed[12_000], 1e-3, "all channels at full scale are full scale");
    }

    @Test
    void aGapInTheTimestampsIsSilentAndWhatFollowsIsInPlace() throws IOException {
        Path wave = clicks(48_000);
        Path gap = folder.resolve("gap.mkv");
        // Packets of 4096 samples: those from 10.24 to 12.63 s are missing.
        Programs.ffmpeg(
                List.of(
                        "-y",
                        "-v",
                        "error",
                        "-i",
                        wave.toString(),
                        "-c",
                        "copy",
                        "-bsf:a",
                        "noise=drop=between(n\\,120\\,147)",
                        gap.toString()));
        float[] sound = read(gap, Rational.ZERO, 20 * OUT_HZ, 4_800);
        for (int i = 0; i < 2 * OUT_HZ; i++) {
            assertEquals(0, sound[(int) (10.4 * OUT_HZ) + i]);
        }
        double late = worst(sound, 48_000, 13 * OUT_HZ, 20 * OUT_HZ, 0, 0);
        assertTrue(Math.abs(late) < 30, () -> "off by " + late + " samples after the gap");
    }

    @Test
    void damagedPacketsArePassedOverAndTold() throws IOException {
        Path wave = clicks(44_100);
        Path coded = folder.resolve("damaged.mp3");
        Programs.ffmpeg(
                List.of(
                        "-y",
                        "-v",
                        "error",
                        "-i",
                        wave.toString(),
                        "-b:a",
                        "128k",
                        coded.toString()));
        byte[] bytes = Files.readAllBytes(coded);
        int from = bytes.length / 2;
        for (int i = from; i < from + 3_000; i++) {
            bytes[i] = (byte) (i * 31);
        }
        Files.write(coded, bytes);
        try (AudioSource source = open(coded, Rational.ZERO)) {
            float[] block = new float[4_800];
            int blocks = 0;
            while (!source.ended()) {
                source.read(block, block.clone(), block.length);
                blocks++;
            }
            assertEquals(SECONDS * 10, blocks, 2);
            assertTrue(
                    source.decisions().stream()
                            .anyMatch(d -> d.kind() == DecisionKind.CORRUPT_DATA_SKIPPED));
        }
    }

    private Path clicks(int rateHz) throws IOException {
        Path wave = folder.resolve("clicks-" + rateHz + ".wav");
        int[] marks = marks(rateHz);
        float[] samples = new float[rateHz * SECONDS];
        int reach = (int) (REACH_SECONDS * rateHz);
        for (int mark : marks) {
            for (int i = -reach; i <= reach; i++) {
                samples[mark + i] = (float) pulse((double) i / rateHz);
            }
        }
        WaveFile.write(wave, rateHz, 1, samples.length, index -> samples[(int) index]);
        return wave;
    }

    /// Samples of the clicks: two a second, on no regular grid.
    private static int[] marks(int rateHz) {
        int[] marks = new int[2 * SECONDS - 2];
        for (int n = 0; n < marks.length; n++) {
            marks[n] = (n + 1) * rateHz / 2 + n % 7 * (rateHz / 80) + n % 13;
        }
        return marks;
    }

    /// A burst of 1 kHz that is symmetrical around its time.
    private static double pulse(double seconds) {
        double width = 0.0006;
        return 0.7
                * Math.exp(-seconds * seconds / (2 * width * width))
                * Math.cos(2 * Math.PI * 1_000 * seconds);
    }

    private static void assertClicks(
            Path file, int rateHz, Rational from, double delay, double tolerance) {
        int first = (int) from.times(OUT_HZ).round();
        float[] sound = read(file, from, SECONDS * OUT_HZ - first, 4_800);
        double worst = worst(sound, rateHz, 0, sound.length, first, delay);
        assertTrue(
                Math.abs(worst) <= tolerance,
                () -> file.getFileName() + " from " + from + " is off by " + worst + " samples");
    }

    /// The largest distance of a click from its place, samples at 48 kHz.
    private static double worst(
            float[] sound, int rateHz, int from, int to, int first, double delay) {
        double worst = 0;
        int found = 0;
        for (int mark : marks(rateHz)) {
            double place = (double) mark * OUT_HZ / rateHz + delay - first;
            if (place > from + 2_400 && place < to - 2_400) {
                double error = offset(sound, place);
                worst = Math.abs(error) > Math.abs(worst) ? error : worst;
                found++;
            }
        }
        assertTrue(found > 5, "only " + found + " clicks lie in what was read");
        return worst;
    }

    /// How far from `place` the click lies: where the correlation with it is largest.
    private static double offset(float[] sound, double place) {
        int range = 96;
        double[] likeness = new double[2 * range + 1];
        int best = 0;
        for (int shift = -range; shift <= range; shift++) {
            likeness[shift + range] = likeness(sound, place + shift);
            best = likeness[shift + range] > likeness[best] ? shift + range : best;
        }
        if (best == 0 || best == 2 * range) {
            return best - range;
        }
        double left = likeness[best - 1];
        double right = likeness[best + 1];
        return best - range + 0.5 * (left - right) / (left - 2 * likeness[best] + right);
    }

    private static double likeness(float[] sound, double place) {
        double sum = 0;
        int centre = (int) Math.round(place);
        int reach = (int) (REACH_SECONDS * OUT_HZ);
        for (int i = centre - reach; i <= centre + reach; i++) {
            sum += sound[i] * pulse((i - place) / OUT_HZ);
        }
        return sum;
    }

    private static AudioSource open(Path file, Rational from) {
        AudioFacts facts = MediaProbe.probe(file).audio().orElseThrow();
        return new AudioParts(file, from).open(facts);
    }

    private static float[] read(Path file, Rational from, int count, int block) {
        float[] sound = new float[count];
        float[] left = new float[block];
        float[] right = new float[block];
        try (AudioSource source = open(file, from)) {
            for (int done = 0; done < count; ) {
                int part = Math.min(block, count - done);
                source.read(left, right, part);
                assertArrayEquals(left, right);
                System.arraycopy(left, 0, sound, done, part);
                done += part;
            }
        }
        return sound;
    }
}
