package com.autoclipr.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class FrameRateTest {
    private static final List<FrameRate> RATES =
            List.of(
                    FrameRate.of(24, 1),
                    FrameRate.of(25, 1),
                    FrameRate.of(30_000, 1_001),
                    FrameRate.of(30, 1),
                    FrameRate.of(50, 1),
                    FrameRate.of(60_000, 1_001),
                    FrameRate.of(60, 1));

    @Test
    void countsTheFramesThatStartInsideTheRange() {
        assertEquals(300, FrameRate.of(30, 1).framesIn(Rational.of(10)));
        assertEquals(300, FrameRate.of(30_000, 1_001).framesIn(Rational.of(10)));
        assertEquals(1, FrameRate.of(30, 1).framesIn(new Rational(1, 1_000)));
        assertEquals(301, FrameRate.of(30, 1).framesIn(new Rational(10_001, 1_000)));
    }

    @Test
    void samplesOfFramesNeverDrift() {
        for (FrameRate rate : RATES) {
            long frames = rate.framesIn(Rational.of(3_600));
            for (long n = 0; n < frames; n += 997) {
                Rational exact = rate.timeOfFrame(n).times(48_000);
                Rational error = exact.minus(Rational.of(rate.sampleOfFrame(n, 48_000)));
                assertTrue(error.times(2).compareTo(Rational.ONE) <= 0, rate + " at " + n);
                assertTrue(error.times(2).compareTo(Rational.of(-1)) >= 0, rate + " at " + n);
            }
        }
    }
}
