package com.autoclipr.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.composition.FontFile;
import com.autoclipr.composition.PixelSize;
import com.autoclipr.composition.TextLayer;
import com.autoclipr.composition.value.Colour;
import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.media.FontSource;
import com.autoclipr.media.picture.OutputFrame;
import com.autoclipr.testkit.Layers;
import com.autoclipr.testkit.hostile.BoxFont;
import com.autoclipr.testkit.media.PaintedMedia;
import com.autoclipr.testkit.media.Scene;
import com.autoclipr.time.Rational;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which font draws a character, what is said about it, and that it is seen.
class FontFallbackTest {
    private static final PixelSize SIZE = new PixelSize(400, 100);
    private static final String INTER = "META-INF/resources/_static/inter/5.2.5/files/inter-";

    @TempDir Path folder;

    private final List<FontFile> files = new ArrayList<>();
    private final Map<String, FontSource> sources = new HashMap<>();

    /// What was drawn.
    ///
    /// @param ink samples that are not the background
    /// @param width from the first column with ink to behind the last
    /// @param colour the largest distance of a colour sample from grey
    private record Drawn(List<Decision> decisions, int ink, int width, int colour) {}

    @Test
    void emojiAreInColourWithoutAWord() {
        for (String emoji :
                List.of("😀", "👍🏽", "🇫🇷", "1️⃣", "👨‍👩‍👧‍👦", "❤️", "🏳️‍🌈", "#️⃣", "❤")) {
            Drawn drawn = draw(emoji, "Inter", 0);
            assertEquals(List.of(), drawn.decisions, emoji);
            assertTrue(drawn.colour > 15, emoji + " is in colour: " + drawn.colour);
            assertTrue(drawn.ink < 40 * 40, emoji + " is one picture: " + drawn.ink);
        }
    }

    @Test
    void aSignThatAsksToBeTextIsNotInColour() {
        font("sign.ttf", "Signs", BoxFont.of(0x263A));
        assertEquals(0, draw("☺\uFE0E", "Signs", 0).colour);
        assertTrue(draw("☺\uFE0F", "Signs", 0).colour > 30);
    }

    @Test
    void aSequenceThatNoFontHasIsSaid() {
        Drawn drawn = draw("🧑🏽‍🚀‍🧑", "Inter", 0);
        assertEquals(List.of(DecisionKind.EMOJI_SPLIT), kinds(drawn));
        assertTrue(drawn.colour > 15, "its parts are seen");
    }

    /// FreeType before 2.13 draws nothing for it; a later one draws it.
    @Test
    void emojiOfColourVersionOneAreSeen() {
        font("v1.ttf", "Mine", BoxFont.colourVersionOne(0x1F600));
        Drawn drawn = draw("😀", "Mine", 0);
        assertTrue(drawn.colour > 15, "in colour: " + drawn.colour);
        if (!drawn.decisions.isEmpty()) {
            assertEquals(List.of(substituted("😀", "Twemoji")), drawn.decisions);
        }
    }

    @Test
    void aGlyphInWhichNothingIsDrawnIsReplaced() {
        font("empty.ttf", "Mine", BoxFont.empty('A', Map.of()));
        font("svg.ttf", "Svg", BoxFont.empty(0x1F600, Map.of("SVG ", new byte[10])));
        Drawn drawn = draw("A", "Mine", 0);
        assertEquals(List.of(substituted("A", "Inter")), drawn.decisions);
        assertTrue(drawn.ink > 50, "seen: " + drawn.ink);
        assertEquals(List.of(substituted("😀", "Twemoji")), draw("😀", "Svg", 0).decisions);
    }

    @Test
    void whatNoFontDrawsIsABoxAndNotNothing() {
        font("empty.ttf", "Mine", BoxFont.empty(0x10FFF0, Map.of()));
        Drawn drawn = draw("\uDBFF\uDFF0", "Mine", 0);
        assertEquals(List.of(DecisionKind.GLYPH_MISSING), kinds(drawn));
        assertTrue(drawn.ink > 50, "seen: " + drawn.ink);
    }

    @Test
    void aLetterIsLookedForInTheProjectsFontsInTheirOrder() {
        font("first.ttf", "First", BoxFont.of(0xE123));
        font("second.ttf", "Second", BoxFont.of(0xE123, 0xE124));
        assertEquals(
                List.of(substituted("\uE123", "First"), substituted("\uE124", "Second")),
                draw("a\uE123\uE124", "Inter", 0).decisions);
        assertEquals(List.of(substituted("a", "Inter")), draw("\uE123 a", "First", 0).decisions);
    }

    @Test
    void aFamilyInSeveralFilesIsOneFont() {
        font("greek.woff2", "Mine", inter("greek-400-normal"));
        font("cyrillic.woff2", "Mine", inter("cyrillic-400-normal"));
        font("latin.woff2", "mine", inter("latin-700-normal"));
        assertEquals(List.of(), draw("Ωaж", "MINE", 0).decisions);
    }

    @Test
    void theNearestWeightThatHasALetterDrawsIt() {
        font("bold.woff2", "Mine", inter("latin-900-normal"));
        font("thin.woff2", "Mine", inter("latin-100-normal"));
        font("greek.woff2", "Mine", inter("greek-900-normal"));
        int thin = draw("aaaa", "Mine", 0).ink;
        assertEquals(List.of(), draw("aaaaΩ", "Mine", 0).decisions);
        files.removeIf(file -> file.src().equals("thin.woff2"));
        assertTrue(draw("aaaa", "Mine", 0).ink > 1.5 * thin);
    }

    @Test
    void joinedLettersAreNotPulledApart() {
        font("arabic.ttf", "Mine", BoxFont.of(0x633, 0x644, 'a', 'b', ' '));
        assertEquals(draw("سل", "Mine", 0).width, draw("سل", "Mine", 20).width);
        assertEquals(draw("ab", "Mine", 0).width + 20, draw("ab", "Mine", 20).width, 1);
        Decision omitted =
                Decision.of(DecisionKind.LETTER_SPACING_IGNORED)
                        .with(Fact.LAYER, "/layers/0")
                        .with(Fact.SCRIPTS, "arabic");
        assertEquals(List.of(omitted), draw("ab سل", "Mine", 20).decisions);
        assertEquals(List.of(), draw("ab", "Mine", 20).decisions);
        assertEquals(List.of(), draw("ab سل", "Mine", 0).decisions);
    }

    @Test
    void controlsAreNothingAndSaid() {
        Drawn clean = draw("ab", "Inter", 0);
        Drawn drawn = draw("a\u0007\uFEFFb\u0007", "Inter", 0);
        assertEquals(clean.ink, drawn.ink);
        assertEquals(
                List.of(
                        Decision.of(DecisionKind.CHARACTERS_REMOVED)
                                .with(Fact.LAYER, "/layers/0")
                                .with(Fact.COUNT, "3")
                                .with(Fact.CODE_POINTS, "U+0007, U+FEFF")),
                drawn.decisions);
        assertEquals(0, draw("\u0007", "Inter", 0).ink);
    }

    private static Decision substituted(String characters, String font) {
        return Decision.of(DecisionKind.GLYPH_SUBSTITUTED)
                .with(Fact.LAYER, "/layers/0")
                .with(Fact.CHARACTERS, characters)
                .with(Fact.FONT, font);
    }

    private static List<DecisionKind> kinds(Drawn drawn) {
        return drawn.decisions.stream().map(Decision::kind).toList();
    }

    private static byte[] inter(String file) {
        String path = INTER + file + ".woff2";
        try (var in = FontFallbackTest.class.getClassLoader().getResourceAsStream(path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void font(String src, String family, byte[] content) {
        try {
            Path path = Files.write(folder.resolve(src), content);
            files.add(new FontFile("/fonts/" + files.size(), src, Optional.of(family)));
            sources.put(src, new FontSource(path, src));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Drawn draw(String content, String family, double spacing) {
        Scene scene = new Scene(SIZE.width(), SIZE.height()).background(Colour.BLACK);
        files.forEach(scene::font);
        TextLayer text = scene.text(content, 30, scene.centred());
        scene.add(
                Layers.with(
                        text,
                        "font",
                        new TextLayer.Font(family, 400, false, 30, Colour.WHITE, spacing)));
        PaintedMedia media = new PaintedMedia();
        OutputFrame frame = new OutputFrame(SIZE.width(), SIZE.height());
        try (FrameRenderer renderer =
                new FrameRenderer(scene.project(), SIZE, media.sources(sources), media, 0)) {
            renderer.prepareTexts();
            List<Decision> decisions = renderer.decisions();
            renderer.render(Rational.ZERO, frame);
            assertEquals(decisions, renderer.decisions(), "all is said before anything is drawn");
            return new Drawn(decisions, ink(frame), width(frame), colour(frame));
        }
    }

    private static int ink(OutputFrame frame) {
        int ink = 0;
        for (byte sample : frame.luma()) {
            ink += (sample & 255) > 24 ? 1 : 0;
        }
        return ink;
    }

    private static int width(OutputFrame frame) {
        int first = frame.width();
        int end = 0;
        for (int i = 0; i < frame.luma().length; i++) {
            if ((frame.luma()[i] & 255) > 24) {
                first = Math.min(first, i % frame.width());
                end = Math.max(end, i % frame.width() + 1);
            }
        }
        return Math.max(0, end - first);
    }

    private static int colour(OutputFrame frame) {
        int most = 0;
        for (int i = 0; i < frame.cb().length; i++) {
            most = Math.max(most, Math.abs((frame.cb()[i] & 255) - 128));
            most = Math.max(most, Math.abs((frame.cr()[i] & 255) - 128));
        }
        return most;
    }
}
