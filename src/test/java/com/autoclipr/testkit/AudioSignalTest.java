package com.autoclipr.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.testkit.media.ClickFlash;
import com.autoclipr.testkit.media.Sine;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class AudioSignalTest {
    private static final Sine SINE = Sine.CLEAN_IN_AAC;
    private static final int RATE = AudioReader.SAMPLE_RATE_HZ;

    @Test
    void aSineLeavesNothingAndAGapOfOneSampleLeavesALot() {
        float[] sound = AudioReader.channel(SINE.file(RATE, 2, 3), 1);
        assertEquals(3 * RATE, sound.length);
        assertTrue(SINE.residual(sound, RATE, RATE, 2_400).peakDb() < -80);
        assertEquals(0.5, SINE.amplitudeAt(sound, RATE, RATE, 2_400), 0.001);
        System.arraycopy(sound, RATE + 1, sound, RATE, RATE);
        Sine.Residual broken = SINE.residual(sound, RATE, RATE, 480);
        assertTrue(broken.rmsDb() > -35, () -> "one missing sample leaves only " + broken);
    }

    @Test
    void aacKeepsASineCleanEnoughToSeeAJoin() {
        Path encoded = encoded(SINE.file(RATE, 2, 4), "sine-aac");
        float[] sound = AudioReader.channel(encoded, 0);
        for (int second = 1; second < 4; second++) {
            Sine.Residual residual = SINE.residual(sound, RATE, second * RATE, 480);
            assertTrue(residual.rmsDb() < -60, residual::toString);
        }
    }

    @Test
    void clicksAndFlashesOfTheSourceAreFoundTogether() {
        ClickFlash clicks = new ClickFlash("30000/1001", 5);
        List<Rational> flashes = ClickFlash.flashesIn(clicks.file());
        double[] heard = ClickFlash.clicksIn(clicks.file());
        assertEquals(4, flashes.size());
        assertEquals(4, heard.length);
        for (int i = 0; i < 4; i++) {
            // Matroska rounds times of pictures to the millisecond.
            assertEquals(clicks.flashes().get(i).toDouble(), flashes.get(i).toDouble(), 0.0006);
            assertEquals(clicks.flashes().get(i).toDouble(), heard[i], 0.00005);
        }
    }

    @Test
    void aacMovesAClickByLessThanATenthOfAMillisecond() {
        ClickFlash clicks = new ClickFlash("25", 4);
        double[] heard = ClickFlash.clicksIn(encoded(clicks.file(), "click-aac"));
        assertEquals(3, heard.length);
        for (int i = 0; i < 3; i++) {
            assertEquals(clicks.flashes().get(i).toDouble(), heard[i], 0.0001);
        }
    }

    private static Path encoded(Path source, String name) {
        return TestFolder.cached(
                name,
                "mp4",
                source.getFileName().toString(),
                file ->
                        Programs.ffmpeg(
                                List.of(
                                        "-i",
                                        source.toString(),
                                        "-c:v",
                                        "copy",
                                        "-c:a",
                                        "aac",
                                        "-b:a",
                                        "192k",
                                        file.toString())));
    }
}
