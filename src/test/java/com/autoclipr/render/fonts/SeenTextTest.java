package com.autoclipr.render.fonts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeenTextTest {
    @Test
    void everyLineEndIsOne() {
        String all = "a\nb\rc\r\nd\u0085e\u2028f\u2029g\u000Bh\fi\r\rj\n\r\n";
        assertEquals("a\nb\nc\nd\ne\nf\ng\nh\ni\n\nj\n\n", SeenText.of(all).text());
        assertEquals(List.of(), SeenText.of(all).removed());
    }

    @Test
    void aTabIsASpace() {
        assertEquals("a b", SeenText.of("a\tb").text());
    }

    @Test
    void whatNoFontDrawsIsRemovedAndCounted() {
        SeenText seen = SeenText.of("a\u0007\u0007b\u009F\uFEFFc\uFFFF\uFDD0\uFFFC\u007Fd\uD83E");
        assertEquals("abcd", seen.text());
        assertEquals(
                List.of(7, 7, 0x9F, 0xFEFF, 0xFFFF, 0xFDD0, 0xFFFC, 0x7F, 0xD83E), seen.removed());
    }

    /// Joiners, selectors, soft hyphens and marks of direction mean something.
    @Test
    void charactersThatAffectOthersAreKept() {
        String text = "a\u200D\uFE0F\u00AD\u200B\u200E\u202E\u2066\u2069\u061C\u2060\u00A0\u034F";
        assertEquals(text, SeenText.of(text).text());
    }
}
