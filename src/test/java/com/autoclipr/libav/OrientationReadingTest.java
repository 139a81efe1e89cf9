package com.autoclipr.libav;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.autoclipr.media.Orientation;
import org.junit.jupiter.api.Test;

class OrientationReadingTest {
    private static final int ONE = 1 << 16;

    private static Orientation of(int a, int b, int c, int d) {
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
}
