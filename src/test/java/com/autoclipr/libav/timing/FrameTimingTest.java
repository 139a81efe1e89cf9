package com.autoclipr.libav.timing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FrameTimingTest {
    private static final Rational MILLISECOND = Rational.of(1, 1000);

    private static FrameTiming rounded(Rational fps, int count) {
        List<Long> ticks =
                LongStream.range(0, count)
                        .mapToObj(i -> Rational.of(1000 * i).dividedBy(fps).round())
                        .toList();
        return FrameTiming.of(ticks, MILLISECOND, Optional.empty());
    }

    @Test
    void seesStandardRatesThroughMilliseconds() {
        for (Rational fps :
                List.of(
                        Rational.of(24000, 1001),
                        Rational.of(24),
                        Rational.of(25),
                        Rational.of(30000, 1001),
                        Rational.of(30),
                        Rational.of(48),
                        Rational.of(50),
                        Rational.of(60000, 1001),
                        Rational.of(60))) {
            FrameTiming timing = rounded(fps, 240);
            assertEquals(new FrameRate(fps), timing.rate());
            assertTrue(timing.constant());
        }
    }

    @Test
    void keepsOtherConstantRates() {
        assertEquals(FrameRate.of(25, 2), rounded(Rational.of(25, 2), 50).rate());
        assertEquals(FrameRate.of(10, 1), rounded(Rational.of(10), 50).rate());
    }

    @Test
    void takesTheNearestStandardRateWhereStepsVary() {
        FrameTiming timing =
                FrameTiming.of(
                        List.of(0L, 33L, 66L, 100L, 133L, 500L, 533L, 566L),
                        MILLISECOND,
                        Optional.of(Rational.of(1000)));
        assertEquals(FrameRate.of(30, 1), timing.rate());
        assertFalse(timing.constant());
    }

    @Test
    void seesAMissingPictureWhereATickIsAPicture() {
        FrameTiming timing =
                FrameTiming.of(
                        List.of(0L, 3L, 4L, 5L, 6L, 7L),
                        Rational.of(1001, 24000),
                        Optional.of(Rational.of(24000, 1001)));
        assertEquals(FrameRate.of(24000, 1001), timing.rate());
        assertFalse(timing.constant());
    }

    @Test
    void countsTwoFieldsAsOneFrame() {
        FrameTiming timing =
                FrameTiming.of(
                        LongStream.range(0, 60).map(i -> i * 1800).boxed().toList(),
                        Rational.of(1, 90000),
                        Optional.of(Rational.of(25)));
        assertEquals(FrameRate.of(25, 1), timing.rate());
    }

    @Test
    void believesTheHeaderWhereThereAreTooFewPictures() {
        Optional<Rational> header = Optional.of(Rational.of(2997, 100));
        assertEquals(
                FrameRate.of(30000, 1001),
                FrameTiming.of(List.of(0L, 33L), MILLISECOND, header).rate());
        assertEquals(
                FrameRate.of(25, 1),
                FrameTiming.of(List.of(0L), MILLISECOND, Optional.empty()).rate());
    }
}
