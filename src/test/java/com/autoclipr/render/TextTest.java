package com.autoclipr.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.composition.FontFile;
import com.autoclipr.composition.PixelSize;
import com.autoclipr.composition.TextLayer;
import com.autoclipr.composition.value.Colour;
import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.media.FontSource;
import com.autoclipr.media.picture.OutputFrame;
import com.autoclipr.testkit.Layers;
import com.autoclipr.testkit.media.PaintedMedia;
import com.autoclipr.testkit.media.Scene;
import com.autoclipr.time.Rational;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextTest {
    private static final PixelSize SIZE = new PixelSize(400, 200);

    @Test
    void everyScriptOfTheBaseFontIsFoundWithoutAWord() {
        assertEquals(List.of(), decisions(text("Aé Ł Жж Ωώ ἀ Ế Ѡ 123 €", "Inter")));
    }

    @Test
    void lettersBecomeCapitalsAsInCss() {
        assertSamePixels("Été straße ﬁn", "uppercase", "ÉTÉ STRASSE FIN");
        assertSamePixels("ÉTÉ 42", "lowercase", "été 42");
        assertSamePixels("Été", "none", "Été");
    }

    private static void assertSamePixels(String text, String transform, String drawn) {
        TextLayer.TextTransform kind =
                TextLayer.TextTransform.valueOf(transform.toUpperCase(Locale.ROOT));
        assertArrayEquals(
                pixels(text(drawn, "Inter")),
                pixels(Layers.with(text(text, "Inter"), "textTransform", kind)),
                transform);
    }

    private static byte[] pixels(TextLayer text) {
        Scene scene = new Scene(400, 200).add(text);
        return FramePng.encode(Frames.render(scene.project(), new PaintedMedia(), 400, 200));
    }

    @Test
    void anUnknownFamilyIsReplacedAndSaid() {
        Decision decision = decisions(text("abc", "No Such Family 7")).getFirst();
        assertEquals(DecisionKind.FONT_SUBSTITUTED, decision.kind());
        assertEquals("Inter", decision.facts().get(Fact.FONT));
        assertEquals("No Such Family 7", decision.facts().get(Fact.FAMILY));
        assertEquals("/layers/0", decision.facts().get(Fact.LAYER));
    }

    /// A private-use character that no font has.
    @Test
    void aCharacterThatNoFontHasIsSaid() {
        List<Decision> decisions = decisions(text("a\uDBBF\uDFF0b", "Inter"));
        assertEquals(DecisionKind.GLYPH_MISSING, decisions.getFirst().kind());
        assertEquals("\uDBBF\uDFF0", decisions.getFirst().facts().get(Fact.CHARACTERS));
    }

    @Test
    void joinersAndSelectorsAreNotMissed() {
        assertEquals(List.of(), decisions(text("a\u200Db\uFE0Fc\u00A0d\u2066e\u2069", "Inter")));
    }

    @Test
    void aFileThatIsNoFontIsNamed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("x.ttf"), "no font");
        Scene scene = new Scene(400, 200);
        scene.font(new FontFile("/fonts/0", "x.ttf", Optional.empty()));
        scene.add(scene.text("abc", 40, scene.centred()));
        PaintedMedia media = new PaintedMedia();
        try (FrameRenderer renderer =
                new FrameRenderer(
                        scene.project(),
                        SIZE,
                        media.sources(Map.of("x.ttf", new FontSource(file, "0"))),
                        media,
                        0)) {
            FailureException thrown = assertThrows(FailureException.class, renderer::prepareTexts);
            assertEquals(FailureKind.FONT_INVALID, thrown.failure().kind());
            assertEquals("/fonts/0", thrown.failure().fact(Fact.POINTER));
            assertEquals("x.ttf", thrown.failure().fact(Fact.FILE));
        }
    }

    @Test
    void aProjectsFontFileIsUsedByItsAlias(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("greek.woff2");
        String greek = "META-INF/resources/_static/inter/5.2.5/files/inter-greek-400-normal.woff2";
        try (var in = TextTest.class.getClassLoader().getResourceAsStream(greek)) {
            Files.write(file, in.readAllBytes());
        }
        FontFile font = new FontFile("/fonts/0", "g.woff2", Optional.of("Mine"));
        PaintedMedia media = new PaintedMedia();
        Scene scene = new Scene(400, 200).font(font).add(text("Ωa", "mine"));
        try (FrameRenderer renderer =
                new FrameRenderer(
                        scene.project(),
                        SIZE,
                        media.sources(Map.of("g.woff2", new FontSource(file, "0"))),
                        media,
                        0)) {
            renderer.prepareTexts();
            assertEquals(
                    List.of(
                            Decision.of(DecisionKind.GLYPH_SUBSTITUTED)
                                    .with(Fact.LAYER, "/layers/0")
                                    .with(Fact.CHARACTERS, "a")
                                    .with(Fact.FONT, "Inter")),
                    renderer.decisions());
        }
    }

    @Test
    void linesBreakAtTheSamePlaceAtEverySize() {
        Scene scene = new Scene(400, 200).background(Colour.BLACK);
        TextLayer text = text("quatre mots sur trois lignes, peut-être", "Inter");
        scene.add(with(text, Optional.of(260.0), TextLayer.Align.LEFT));
        int lines = lines(scene, new PixelSize(400, 200));
        assertTrue(lines > 1, "wraps");
        assertEquals(lines, lines(scene, new PixelSize(174, 86)));
        assertEquals(lines, lines(scene, new PixelSize(1002, 500)));
    }

    /// A right-to-left mark is a strong character without ink, so no other font is needed.
    @Test
    void theFirstStrongCharacterDecidesWhereLinesStart() {
        String longAndShort = "long long long line\na";
        assertTrue(shortLineCentre(longAndShort) < 200, "starts on the left");
        assertTrue(shortLineCentre("\u200F" + longAndShort) > 200, "starts on the right");
    }

    private static double shortLineCentre(String content) {
        Scene scene = new Scene(400, 200).background(Colour.BLACK);
        scene.add(with(text(content, "Inter"), Optional.empty(), TextLayer.Align.START));
        OutputFrame frame = Frames.render(scene.project(), new PaintedMedia(), 400, 200);
        double sum = 0;
        double x = 0;
        for (int i = 105 * 400; i < frame.luma().length; i++) {
            double light = (frame.luma()[i] & 255) - 16;
            sum += light;
            x += light * (i % 400);
        }
        return x / sum;
    }

    private static int lines(Scene scene, PixelSize size) {
        OutputFrame frame = Frames.render(scene.project(), new PaintedMedia(), size, Rational.ZERO);
        int lines = 0;
        boolean inside = false;
        for (int y = 0; y < size.height(); y++) {
            boolean ink = false;
            for (int x = 0; x < size.width(); x++) {
                ink |= (frame.luma()[y * size.width() + x] & 255) > 60;
            }
            if (ink && !inside) {
                lines++;
            }
            inside = ink;
        }
        return lines;
    }

    private static List<Decision> decisions(TextLayer text) {
        Scene scene = new Scene(400, 200).add(text);
        PaintedMedia media = new PaintedMedia();
        try (FrameRenderer renderer =
                new FrameRenderer(scene.project(), SIZE, media.sources(), media, 0)) {
            renderer.prepareTexts();
            return renderer.decisions();
        }
    }

    private static TextLayer text(String content, String family) {
        TextLayer text = new Scene(400, 200).text(content, 30, Scene.at(200, 100));
        return Layers.with(
                text,
                Map.of(
                        "font",
                        new TextLayer.Font(family, 400, false, 30, Colour.WHITE, 0),
                        "lineHeight",
                        1.6));
    }

    private static TextLayer with(TextLayer text, Optional<Double> width, TextLayer.Align align) {
        return Layers.with(text, Map.of("align", align, "width", width));
    }
}
