package com.autoclipr.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LimiterTest {
    private static final int RATE = 48_000;
    private static final double CEILING = Math.pow(10, -0.1 / 20);

    @Test
    void soundBelowTheCeilingPassesBitForBitAndOnlyLater() {
        float[] left = noise(1, 20_000, (float) CEILING);
        float[] right = noise(2, 20_000, (float) CEILING);
        Limiter limiter = new Limiter(RATE);
        float[] outLeft = left.clone();
        float[] outRight = right.clone();
        limiter.process(outLeft, outRight, outLeft.length);
        int delay = limiter.delaySamples();
        assertArrayEquals(
                Arrays.copyOf(left, left.length - delay),
                Arrays.copyOfRange(outLeft, delay, left.length));
        assertArrayEquals(
                Arrays.copyOf(right, right.length - delay),
                Arrays.copyOfRange(outRight, delay, right.length));
        assertEquals(0, limiter.limitedSamples());
    }

    @Test
    void nothingPassesTheCeilingWhateverComes() {
        float[] left = noise(3, 48_000, 4);
        float[] right = noise(4, 48_000, 0.1f);
        right[20_000] = -30;
        Limiter limiter = new Limiter(RATE);
        limiter.process(left, right, left.length);
        for (int i = 0; i < left.length; i++) {
            assertTrue(Math.abs(left[i]) <= CEILING + 1e-6, "left " + left[i] + " at " + i);
            assertTrue(Math.abs(right[i]) <= CEILING + 1e-6, "right " + right[i] + " at " + i);
        }
        assertEquals(20 * Math.log10(30 / CEILING), limiter.largestReductionDb(), 0.01);
    }

    @Test
    void aPeakTurnsDownBothSidesAndSamplesPassUntouchedAgainOnceItIsOver() {
        float[] left = new float[RATE];
        float[] right = new float[RATE];
        Arrays.fill(left, 0.5f);
        Arrays.fill(right, -0.25f);
        left[10_000] = 2;
        Limiter limiter = new Limiter(RATE);
        limiter.process(left, right, RATE);
        int peak = 10_000 + limiter.delaySamples();
        assertEquals(CEILING, left[peak], 1e-5);
        assertEquals(-0.25 * CEILING / 2, right[peak], 1e-5);
        assertEquals(0.5f, left[peak - limiter.delaySamples() - 1]);
        assertEquals(0.5f, left[RATE - 1]);
        assertEquals(-0.25f, right[RATE - 1]);
    }

    @Test
    void theGainNeverJumps() {
        float[] left = new float[RATE];
        Arrays.fill(left, 0.5f);
        left[10_000] = 8;
        left[30_000] = 3;
        float[] right = left.clone();
        Limiter limiter = new Limiter(RATE);
        limiter.process(left, right, RATE);
        for (int i = limiter.delaySamples() + 1; i < RATE; i++) {
            boolean atPeak = Math.abs(left[i]) > 0.6 || Math.abs(left[i - 1]) > 0.6;
            double step = Math.abs(left[i] - left[i - 1]);
            assertTrue(atPeak || step < 0.5 / 200, "a step of " + step + " at " + i);
        }
    }

    @Test
    void theResultDoesNotDependOnBlockSizes() {
        float[] left = noise(5, 30_000, 2);
        float[] right = noise(6, 30_000, 2);
        float[] wholeLeft = left.clone();
        float[] wholeRight = right.clone();
        new Limiter(RATE).process(wholeLeft, wholeRight, left.length);
        Limiter limiter = new Limiter(RATE);
        Random sizes = new Random(7);
        for (int done = 0; done < left.length; ) {
            int count = Math.min(1 + sizes.nextInt(700), left.length - done);
            float[] partLeft = Arrays.copyOfRange(left, done, done + count);
            float[] partRight = Arrays.copyOfRange(right, done, done + count);
            limiter.process(partLeft, partRight, count);
            System.arraycopy(partLeft, 0, left, done, count);
            System.arraycopy(partRight, 0, right, done, count);
            done += count;
        }
        assertArrayEquals(wholeLeft, left);
        assertArrayEquals(wholeRight, right);
    }

    @Test
    void theLargestOfAWindowIsThatOfASlowSearch() {
        Random random = new Random(8);
        int window = 7;
        SlidingMaximum maximum = new SlidingMaximum(window);
        long[] values = random.longs(2_000, 0, 50).toArray();
        for (int i = 0; i < values.length; i++) {
            long slow =
                    Arrays.stream(values, Math.max(0, i - window + 1), i + 1).max().orElseThrow();
            assertEquals(slow, maximum.add(values[i]));
        }
    }

    private static float[] noise(long seed, int count, float peak) {
        Random random = new Random(seed);
        float[] samples = new float[count];
        for (int i = 0; i < count; i++) {
            samples[i] = (random.nextFloat() * 2 - 1) * peak;
        }
        return samples;
    }
}
