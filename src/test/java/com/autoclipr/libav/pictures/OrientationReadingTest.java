package com.autoclipr.libav.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.Fact;
import com.autoclipr.media.Orientation;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrientationReadingTest {
    private static final int ONE = 1 << 16;

    private static Orientation of(int a, int b, int c, int d) {
        return reading(a, b, c, d).orientation();
    }

    private static OrientationReading reading(int a, int b, int c, int d) {
        return OrientationReading.of(new int[] {a, b, 0, c, d, 0, 0, 0, 1 << 30});
    }

    @Test
    void readsAllEightMatrices() {
        assertEquals(new Orientation(0, false), of(ONE, 0, 0, ONE));
        assertEquals(new Orientation(90, false), of(0, ONE, -ONE, 0));
        assertEquals(new Orientation(180, false), of(-ONE, 0, 0, -ONE));
        assertEquals(new Orientation(270, false), of(0, -ONE, ONE, 0));
        assertEquals(new Orientation(0, true), of(-ONE, 0, 0, ONE));
        assertEquals(new Orientation(180, true), of(ONE, 0, 0, -ONE));
        assertEquals(new Orientation(90, true), of(0, -ONE, -ONE, 0));
        assertEquals(new Orientation(270, true), of(0, ONE, ONE, 0));
    }

    @Test
    void ignoresWhatIsNoTurn() {
        assertEquals(Orientation.UPRIGHT, of(0, 0, 0, 0));
        int least = Integer.MIN_VALUE;
        assertEquals(Orientation.UPRIGHT, of(least, least, least, least));
        assertEquals(Orientation.UPRIGHT, of(ONE, ONE, -ONE, ONE));
    }

    @Test
    void reportsWhatIsNotAQuarterTurn() {
        assertEquals("45.0 0", inexact(reading(ONE, ONE, -ONE, ONE)));
        // cos and sin of 2 degrees, of 92 and of -2.
        assertEquals("2.0 0", inexact(reading(65_496, 2_287, -2_287, 65_496)));
        assertEquals("92.0 90", inexact(reading(-2_287, 65_496, -65_496, -2_287)));
        assertEquals("358.0 0", inexact(reading(65_496, -2_287, 2_287, 65_496)));
        assertTrue(reading(0, ONE, -ONE, 0).inexact().isEmpty());
        assertTrue(reading(1, ONE, -ONE, 1).inexact().isEmpty());
        assertTrue(reading(0, 0, 0, 0).inexact().isEmpty());
    }

    private static String inexact(OrientationReading reading) {
        Map<Fact, String> facts = reading.inexact().orElseThrow().facts();
        return facts.get(Fact.DEGREES) + " " + facts.get(Fact.CLOCKWISE_DEGREES);
    }
}
