package com.autoclipr.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.autoclipr.composition.PixelSize;
import com.autoclipr.composition.Project;
import com.autoclipr.composition.ShapeLayer;
import com.autoclipr.composition.TextLayer;
import com.autoclipr.composition.Transform;
import com.autoclipr.composition.VideoLayer;
import com.autoclipr.composition.VisualLayer;
import com.autoclipr.composition.value.Fit;
import com.autoclipr.composition.value.Point;
import com.autoclipr.media.picture.OutputFrame;
import com.autoclipr.testkit.GoldenPng;
import com.autoclipr.testkit.Layers;
import com.autoclipr.testkit.Pictures;
import com.autoclipr.testkit.media.PaintedMedia;
import com.autoclipr.testkit.media.Scene;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EffectsOnFramesTest {
    private static final String BLUR = "[{\"type\": \"blur\", \"radius\": 9}]";
    private static final String SHARP =
            "[{\"type\": \"blur\", \"radius\": 9, \"edges\": \"sharp\"}]";
    private static final String SHADOW =
            "[{\"type\": \"drop-shadow\", \"x\": 24, \"y\": -7.5, \"blur\": 10,"
                    + " \"color\": \"#ff8000\"}]";
    private static final String CHAIN =
            "[{\"type\": \"blur\", \"radius\": 4}, {\"type\": \"drop-shadow\", \"x\": 9, \"blur\":"
                    + " 8}, {\"type\": \"saturation\", \"amount\": 0.4}]";

    private static <L extends VisualLayer> L with(L layer, String effects) {
        TextLayer given =
                Layers.of(0, "{\"type\": \"text\", \"text\": \"a\", \"effects\": " + effects + "}");
        return Layers.with(layer, "effects", given.effects());
    }

    /// A frame that shows a part of the canvas is that part of a frame that shows all of it: what
    /// lies outside a frame affects what is inside. Skia's edges of what is turned differ by a code
    /// or two where they are drawn elsewhere.
    @ParameterizedTest
    @ValueSource(strings = {BLUR, SHARP, SHADOW, CHAIN})
    void aFrameIsAPartOfAWiderOne(String effects) {
        Scene wide = across(effects);
        OutputFrame all = Frames.render(wide.project(), media(), new PixelSize(480, 320), at(0));
        Scene narrow = across(effects);
        narrow.overlay(Rational.of(9, 16), Scene.still(new Point(240, 160)), Scene.still(320.0));
        OutputFrame part = Frames.render(narrow.project(), media(), new PixelSize(180, 320), at(0));
        for (int y = 0; y < 320; y++) {
            for (int x = 0; x < 180; x++) {
                assertEquals(
                        all.luma()[y * 480 + x + 150] & 255,
                        part.luma()[y * 180 + x] & 255,
                        3,
                        x + ", " + y);
            }
        }
    }

    /// Something across each edge of the narrow frame, and beyond it.
    private static Scene across(String effects) {
        Scene scene = new Scene(480, 320);
        Transform turned = Scene.turned(Scene.at(150, 80), 30);
        scene.add(with(scene.text("Across", 60, turned), effects));
        scene.add(with(scene.box(60, 40, 8, Scene.at(345, 180)), effects));
        scene.add(
                with(
                        scene.image("i", Scene.frame(90, 90, Fit.CONTAIN), Scene.at(150, 250)),
                        effects));
        return scene;
    }

    private static Rational at(int frame) {
        return FrameRate.of(30, 1).timeOfFrame(frame);
    }

    @Test
    void aFrameIsTheSameInWhateverOrderFramesAreDrawn() {
        Project project = moving();
        PixelSize size = new PixelSize(90, 160);
        List<OutputFrame> expected = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        for (int n = 0; n < 12; n++) {
            expected.add(Frames.render(project, media(), size, at(n)));
            order.add(n);
            order.add(n);
        }
        assertFalse(Arrays.equals(expected.getFirst().luma(), expected.getLast().luma()));
        Collections.shuffle(order, new Random(3));
        PaintedMedia media = media();
        OutputFrame frame = new OutputFrame(size.width(), size.height());
        try (FrameRenderer renderer =
                new FrameRenderer(project, size, media.sources(), media, Frames.CACHE_BYTES)) {
            for (int n : order) {
                renderer.render(at(n), frame);
                assertArrayEquals(expected.get(n).luma(), frame.luma(), "frame " + n);
                assertArrayEquals(expected.get(n).cb(), frame.cb(), "frame " + n);
            }
        }
    }

    private static Project moving() {
        String growing =
                """
                [{"type": "blur", "edges": "sharp", "radius": {"keyframes": [
                    {"time": 0, "value": 0}, {"time": 0.4, "value": 6}]}},
                 {"type": "contrast", "amount": 1.3}]\
                """;
        Scene scene = new Scene(90, 160);
        scene.add(with(scene.video("v", Fit.COVER, scene.centred()), growing));
        scene.add(with(scene.text("Ça", 30, scene.centred()), SHADOW));
        Transform faded = Scene.faded(Scene.at(40, 130), Scene.line(0.2, 1.0, Rational.of(1)));
        scene.add(with(scene.box(30, 10, 3, faded), CHAIN));
        return scene.project();
    }

    /// Where a blur keeps edges, an even video stays even up to its own edge.
    @Test
    void aSharpBlurDoesNotDarkenTheFramesEdges() {
        PaintedMedia grey =
                new PaintedMedia().withStill("v", Pictures.grey(90, 160, (_, _) -> 0.6));
        Scene scene = new Scene(90, 160);
        VideoLayer video = scene.video("v", Fit.COVER, scene.centred());
        scene.add(with(video, SHARP));
        OutputFrame frame = Frames.render(scene.project(), grey, 90, 160);
        int middle = frame.luma()[80 * 90 + 45] & 255;
        for (int corner : new int[] {0, 89, 159 * 90, 159 * 90 + 89}) {
            assertEquals(middle, frame.luma()[corner] & 255, 1);
        }
    }

    /// Effects are of the layer: they turn and grow with it, opacity comes after them.
    @Test
    void effectsTurnAndGrowWithTheLayer() throws IOException {
        Scene scene = new Scene(180, 320);
        scene.video("v", Fit.COVER);
        Transform large = Scene.scaled(Scene.turned(Scene.at(90, 70), 45), 2, 2);
        scene.add(
                with(
                        scene.box(40, 20, 4, large),
                        "[{\"type\": \"drop-shadow\", \"x\": 10, \"color\": \"#ff0000\"}]"));
        scene.add(
                with(
                        scene.text("Fades", 36, Scene.faded(Scene.at(90, 170), Scene.still(0.5))),
                        SHADOW));
        scene.add(
                with(
                        scene.image("i", Scene.frame(60, 60, Fit.CONTAIN), Scene.at(50, 260)),
                        "[{\"type\": \"hue\", \"angle\": 90}, {\"type\": \"blur\", \"radius\":"
                                + " 5}]"));
        ShapeLayer wide = scene.box(30, 30, 0, Scene.scaled(Scene.at(135, 260), 2, 0.5));
        scene.add(with(wide, "[{\"type\": \"blur\", \"radius\": 6}]"));
        byte[] png = FramePng.encode(Frames.render(scene.project(), media(), 180, 320));
        GoldenPng.assertMatches("render/effects", png, 6);
    }

    private static PaintedMedia media() {
        return new PaintedMedia()
                .with(
                        "v",
                        FrameRate.of(20, 1),
                        40,
                        n ->
                                Pictures.grey(
                                        90, 160, (x, y) -> 0.5 + 0.3 * Math.sin(x * 0.2 + n + y)))
                .withStill(
                        "i",
                        Pictures.rgba(
                                50, 50, (x, y) -> new double[] {1, x / 50, 0.2, 0.3 + y / 80}));
    }
}
