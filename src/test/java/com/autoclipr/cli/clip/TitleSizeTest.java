package com.autoclipr.cli.clip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TitleSizeTest {
    private static double size(String text) {
        return TitleSize.of(text, 1080, 900, 460);
    }

    @Test
    void shortTitlesAreLarge() {
        assertEquals(135, size("Wow!"), 0.001);
    }

    @Test
    void moreTextIsSmallerAndNeverUnreadable() {
        double before = size("one");
        StringBuilder text = new StringBuilder("one");
        for (int i = 0; i < 60; i++) {
            text.append(" two three");
            double now = size(text.toString());
            assertTrue(now <= before, text::toString);
            before = now;
        }
        assertEquals(1080 * 0.045, before, 0.001);
    }

    @Test
    void aLongWordFitsIntoALine() {
        assertTrue(size("Geschwindigkeitsbegrenzung") < 60);
        assertTrue(size("速度制限について") < size("Tempo"));
    }

    @Test
    void linesOfTheTextStay() {
        assertTrue(size("a\nb\nc\nd") < size("a b c d"));
    }
}
