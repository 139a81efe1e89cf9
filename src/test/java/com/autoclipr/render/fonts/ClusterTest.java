package com.autoclipr.render.fonts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.render.fonts.Cluster.Presentation;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterTest {
    private static Presentation presentation(String text) {
        List<Cluster> clusters = Cluster.of(text);
        assertEquals(1, clusters.size(), text);
        return clusters.getFirst().presentation();
    }

    @Test
    void aTextFallsIntoWhatReadersSee() {
        List<String> texts =
                Cluster.of("ae\u0301👨‍👩‍👧‍👦🇫🇷🇩🇪1️⃣\n").stream().map(Cluster::text).toList();
        assertEquals(List.of("a", "e\u0301", "👨‍👩‍👧‍👦", "🇫🇷", "🇩🇪", "1️⃣", "\n"), texts);
    }

    @Test
    void sequencesAskToBeEmoji() {
        for (String text :
                List.of(
                        "👍🏽",
                        "🇫🇷",
                        "1️⃣",
                        "👨‍👩‍👧‍👦",
                        "❤️",
                        "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
                        "☝🏽",
                        "🏳️‍🌈")) {
            assertEquals(Presentation.EMOJI_SEQUENCE, presentation(text), text);
        }
        assertEquals(Presentation.EMOJI, presentation("😀"));
        assertEquals(Presentation.TEXT, presentation("☺︎"));
        for (String text : List.of("a", "1", "☺", "e\u0301", "a\uFE0F", "1\u20E3")) {
            assertEquals(Presentation.PLAIN, presentation(text), text);
        }
    }

    @Test
    void whiteSpaceAndMarksOfDirectionAreNotMissed() {
        for (String text : List.of(" ", "\u3000", "\u2066", "\n", "\u2800", "\u3164")) {
            assertFalse(Cluster.of(text).getFirst().needsInk(), text);
        }
        assertTrue(Cluster.of("\u06DD").getFirst().needsInk(), "a sign that goes before digits");
        assertFalse(Cluster.of("\u200D").getFirst().needsGlyph());
        assertTrue(Cluster.of(" ").getFirst().needsGlyph());
    }
}
