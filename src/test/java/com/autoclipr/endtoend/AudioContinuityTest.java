package com.autoclipr.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.testkit.AudioReader;
import com.autoclipr.testkit.Autoclipr;
import com.autoclipr.testkit.StreamFacts;
import com.autoclipr.testkit.TestProject;
import com.autoclipr.testkit.media.Sine;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A continuous sine stays one over sixty chunks.
@Tag("slow")
class AudioContinuityTest {
    private static final int RATE = AudioReader.SAMPLE_RATE_HZ;
    private static final int SECONDS = 60;
    private static final double LIMIT_DB = -60;

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({"30000/1001,48000,2", "60,44100,1"})
    void aSineHasNoJoins(String fps, int sourceRateHz, int channels) {
        Sine sine = Sine.CLEAN_IN_AAC;
        Path source = sine.file(sourceRateHz, channels, SECONDS + 3);
        Path project =
                TestProject.canvas(320, 180)
                        .cut(Rational.of(13, 11), Rational.of(SECONDS))
                        .layer("audio", source)
                        .in(folder);
        String[] options = {"--resolution", "90x160", "--preset", "ultrafast", "--fps", fps};
        Path file = Autoclipr.export(project, folder, options).file();

        assertEquals(0, StreamFacts.of(file, "a:0").startTime().signum());
        for (int channel = 0; channel < 2; channel++) {
            float[] sound = AudioReader.channel(file, channel);
            // `ffmpeg` plays the last packets to their end; players stop where the edit list does.
            assertEquals(SECONDS * RATE, sound.length, 2048);
            Rational framesPerChunk = Rational.of(Rational.parse(fps).round());
            Rational chunk = framesPerChunk.dividedBy(Rational.parse(fps));
            double usualPeakDb = worstPeakBetweenJoins(sine, sound);
            for (int join = 1; join * chunk.toDouble() < SECONDS - 0.5; join++) {
                int frameJoin = Math.toIntExact(chunk.times(join).times(RATE).round());
                assertClean(sine, sound, frameJoin, usualPeakDb);
                assertClean(sine, sound, join * RATE, usualPeakDb);
            }
        }
    }

    /// What the codec leaves where nothing is joined.
    private static double worstPeakBetweenJoins(Sine sine, float[] sound) {
        double worst = -200;
        for (int second = 1; second < SECONDS - 1; second++) {
            int middle = second * RATE + RATE / 2;
            worst = Math.max(worst, sine.residual(sound, RATE, middle, RATE / 100).peakDb());
        }
        return worst;
    }

    private static void assertClean(Sine sine, float[] sound, int sample, double usualPeakDb) {
        Sine.Residual residual = sine.residual(sound, RATE, sample, RATE / 100);
        assertTrue(residual.rmsDb() < LIMIT_DB, () -> residual + " at sample " + sample);
        assertTrue(
                residual.peakDb() < usualPeakDb + 3,
                () -> residual + " at sample " + sample + ", elsewhere " + usualPeakDb);
        assertEquals(sine.amplitude(), sine.amplitudeAt(sound, RATE, sample, RATE / 100), 0.005);
    }
}
