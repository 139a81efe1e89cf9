package com.autoclipr.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.autoclipr.composition.Layer.Span;
import com.autoclipr.composition.PixelSize;
import com.autoclipr.composition.Project;
import com.autoclipr.composition.TextLayer;
import com.autoclipr.composition.VideoLayer;
import com.autoclipr.composition.value.Colour;
import com.autoclipr.composition.value.Fit;
import com.autoclipr.composition.value.Point;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.media.picture.OutputFrame;
import com.autoclipr.testkit.Layers;
import com.autoclipr.testkit.Pictures;
import com.autoclipr.testkit.media.PaintedMedia;
import com.autoclipr.testkit.media.Scene;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrameRendererTest {
    private static final PixelSize SIZE = new PixelSize(90, 160);
    private static final FrameRate RATE = FrameRate.of(30, 1);

    @Test
    void aFrameIsTheSameInWhateverOrderFramesAreDrawn() {
        PaintedMedia media = media();
        Project project = busyProject();
        List<Integer> order = new ArrayList<>();
        for (int n = 0; n < 40; n++) {
            order.add(n % 20);
        }
        List<OutputFrame> expected = new ArrayList<>();
        for (int n = 0; n < 20; n++) {
            expected.add(Frames.render(project, media, SIZE, RATE.timeOfFrame(n)));
        }
        Collections.shuffle(order, new Random(7));
        for (long budget : new long[] {0, 20_000, Frames.CACHE_BYTES}) {
            try (FrameRenderer renderer = renderer(project, media, budget)) {
                OutputFrame frame = new OutputFrame(SIZE.width(), SIZE.height());
                for (int n : order) {
                    renderer.render(RATE.timeOfFrame(n), frame);
                    assertSame(expected.get(n), frame, "frame " + n + ", cache of " + budget);
                }
            }
        }
    }

    @Test
    void whatTheFrameHeldBeforeDoesNotMatter() {
        OutputFrame dirty = new OutputFrame(SIZE.width(), SIZE.height());
        java.util.Arrays.fill(dirty.luma(), (byte) 99);
        java.util.Arrays.fill(dirty.cb(), (byte) 3);
        Project project = busyProject();
        PaintedMedia media = media();
        try (FrameRenderer renderer = renderer(project, media, Frames.CACHE_BYTES)) {
            renderer.render(Rational.ZERO, dirty);
        }
        assertSame(Frames.render(project, media, SIZE, Rational.ZERO), dirty, "dirty");
    }

    @Test
    void sourcesAreOpenOnlyWhileTheirLayerIsThere() {
        PaintedMedia media = media();
        Scene scene = new Scene(90, 160);
        VideoLayer video = scene.video("v", Fit.COVER, scene.centred());
        scene.add(
                Layers.with(
                        video, Span.TYPE, new Span(Rational.of(1), Optional.of(Rational.of(1)))));
        OutputFrame frame = new OutputFrame(SIZE.width(), SIZE.height());
        try (FrameRenderer renderer = renderer(scene.project(), media, 0)) {
            renderer.render(Rational.ZERO, frame);
            assertEquals(0, media.open());
            renderer.render(Rational.of(3, 2), frame);
            assertEquals(1, media.open());
            renderer.render(Rational.of(2), frame);
            assertEquals(0, media.open());
            renderer.render(Rational.of(1), frame);
            assertEquals(1, media.open());
        }
        assertEquals(0, media.open());
        assertEquals(2, media.opened());
    }

    @Test
    void aStillLayerIsDrawnOnce() {
        Scene scene = new Scene(90, 160);
        scene.video("v", Fit.COVER);
        TextLayer text = scene.text("ja", 40, scene.centred());
        scene.add(Layers.with(text, "opacity", Scene.line(0.0, 1.0, Rational.of(10))));
        OutputFrame frame = new OutputFrame(SIZE.width(), SIZE.height());
        try (FrameRenderer renderer = renderer(scene.project(), media(), Frames.CACHE_BYTES)) {
            for (int n = 1; n <= 10; n++) {
                renderer.render(RATE.timeOfFrame(n), frame);
            }
            assertEquals(1, renderer.statistics().cacheMisses());
            assertEquals(9, renderer.statistics().cacheHits());
            assertEquals(10, renderer.statistics().framesDrawn());
        }
    }

    @Test
    void framesThatDoNotChangeAreCopied() {
        Scene scene = new Scene(90, 160);
        scene.add(scene.box(30, 30, 4, scene.centred()));
        OutputFrame frame = new OutputFrame(SIZE.width(), SIZE.height());
        try (FrameRenderer renderer = renderer(scene.project(), media(), Frames.CACHE_BYTES)) {
            renderer.render(Rational.ZERO, frame);
            OutputFrame first = copy(frame);
            for (int n = 1; n < 10; n++) {
                java.util.Arrays.fill(frame.luma(), (byte) 1);
                renderer.render(RATE.timeOfFrame(n), frame);
                assertSame(first, frame, "frame " + n);
            }
            assertEquals(2, renderer.statistics().framesDrawn());
            assertEquals(8, renderer.statistics().framesReused());
        }
    }

    @Test
    void anotherAspectRatioGetsBlackBars() {
        Scene scene = new Scene(90, 160).background(Colour.WHITE);
        PixelSize wide = new PixelSize(160, 90);
        OutputFrame frame = new OutputFrame(160, 90);
        try (FrameRenderer renderer =
                new FrameRenderer(scene.project(), wide, media().sources(), media(), 0)) {
            renderer.render(Rational.ZERO, frame);
            assertEquals(DecisionKind.LETTERBOXED, renderer.decisions().getFirst().kind());
        }
        assertEquals(16, frame.luma()[45 * 160 + 10] & 255);
        assertEquals(235, frame.luma()[45 * 160 + 80] & 255);
        assertEquals(16, frame.luma()[45 * 160 + 150] & 255);
        assertEquals(235, frame.luma()[80] & 255);
    }

    @Test
    void opaqueWhiteIsWhite() {
        Scene scene = new Scene(90, 160).background(Colour.BLACK);
        scene.add(scene.box(40.5, 41.5, 0, scene.centred()));
        OutputFrame frame = Frames.render(scene.project(), media(), 90, 160);
        assertEquals(235, frame.luma()[80 * 90 + 45] & 255);
        assertEquals(128, frame.cb()[40 * 45 + 22] & 255);
        // 45 − 20.25 = 24.75: a quarter of column 24 is covered.
        assertEquals(16 + 219 / 4.0, frame.luma()[80 * 90 + 24] & 255, 1);
        assertEquals(16, frame.luma()[80 * 90 + 23] & 255);
    }

    @Test
    void halfOpaqueIsHalfway() {
        Scene scene = new Scene(90, 160).background(Colour.BLACK);
        scene.add(scene.box(40, 40, 0, Scene.faded(scene.centred(), Scene.still(0.5))));
        OutputFrame frame = Frames.render(scene.project(), media(), 90, 160);
        assertEquals((16 + 235) / 2.0, frame.luma()[80 * 90 + 45] & 255, 0.6);
        Scene video = new Scene(90, 160).background(Colour.BLACK);
        PaintedMedia white = new PaintedMedia();
        white.withStill("w", Pictures.grey(90, 160, (_, _) -> 1));
        video.add(video.video("w", Fit.COVER, Scene.faded(video.centred(), Scene.still(0.5))));
        frame = Frames.render(video.project(), white, 90, 160);
        assertEquals((16 + 235) / 2.0, frame.luma()[80 * 90 + 45] & 255, 0.6);
    }

    /// A video, a picture that moves, texts that move and fade, under an overlay that pans.
    private static Project busyProject() {
        Scene scene = new Scene(160, 160);
        scene.overlay(
                Rational.of(9, 16),
                Scene.line(new Point(60, 80), new Point(100, 80), Rational.of(1)),
                Scene.still(160.0));
        scene.video("v", Fit.COVER);
        scene.add(
                scene.image(
                        "i",
                        Scene.frame(40, 40, Fit.CONTAIN),
                        Scene.moving(new Point(40, 40), new Point(120, 90), Rational.of(1))));
        scene.add(scene.text("Ça", 30, Scene.turned(scene.centred(), 12)));
        scene.add(
                scene.box(
                        30,
                        10,
                        3,
                        Scene.faded(Scene.at(80, 130), Scene.line(0.0, 1.0, Rational.of(1)))));
        return scene.project();
    }

    private static PaintedMedia media() {
        return new PaintedMedia()
                .with(
                        "v",
                        FrameRate.of(20, 1),
                        40,
                        n -> Pictures.grey(90, 60, (x, y) -> Math.abs(Math.sin(x * 0.2 + y * n))))
                .withStill(
                        "i", Pictures.rgba(50, 50, (x, y) -> new double[] {1, x / 50, 0, y / 50}));
    }

    private static FrameRenderer renderer(Project project, PaintedMedia media, long budget) {
        return new FrameRenderer(project, SIZE, media.sources(), media, budget);
    }

    private static OutputFrame copy(OutputFrame frame) {
        OutputFrame copy = new OutputFrame(frame.width(), frame.height());
        System.arraycopy(frame.luma(), 0, copy.luma(), 0, frame.luma().length);
        System.arraycopy(frame.cb(), 0, copy.cb(), 0, frame.cb().length);
        System.arraycopy(frame.cr(), 0, copy.cr(), 0, frame.cr().length);
        return copy;
    }

    private static void assertSame(OutputFrame expected, OutputFrame actual, String name) {
        assertArrayEquals(expected.luma(), actual.luma(), name);
        assertArrayEquals(expected.cb(), actual.cb(), name);
        assertArrayEquals(expected.cr(), actual.cr(), name);
    }
}
