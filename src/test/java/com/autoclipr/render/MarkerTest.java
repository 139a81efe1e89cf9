package com.autoclipr.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.autoclipr.composition.PixelSize;
import com.autoclipr.composition.Project;
import com.autoclipr.composition.Transform;
import com.autoclipr.composition.value.Colour;
import com.autoclipr.composition.value.Fit;
import com.autoclipr.composition.value.Point;
import com.autoclipr.media.picture.OutputFrame;
import com.autoclipr.testkit.Pictures;
import com.autoclipr.testkit.media.PaintedMedia;
import com.autoclipr.testkit.media.Scene;
import com.autoclipr.time.Rational;
import org.junit.jupiter.api.Test;

/// Follows a marker through slow moves: it must be where the curve says, not at whole pixels.
class MarkerTest {
    private static final double TOLERANCE_PIXELS = 0.05;
    private static final int FRAMES = 24;

    private static final PixelSize SIZE = new PixelSize(180, 320);

    @Test
    void panAndZoomOfTheOverlayAreSmooth() {
        PaintedMedia media = new PaintedMedia();
        media.withStill("m", Pictures.grey(320, 180, (x, y) -> blob(x - 150.3, y - 88.7, 6)));
        Scene scene = new Scene(320, 180).video("m", Fit.COVER);
        Point from = new Point(140, 90);
        Point to = new Point(152.7, 83.1);
        scene.overlay(
                Rational.of(9, 16),
                Scene.line(from, to, Rational.of(10)),
                Scene.line(150.0, 120.0, Rational.of(10)));
        follow(
                scene.project(),
                media,
                progress -> {
                    double tall = 150 - 30 * progress;
                    double scale = SIZE.height() / tall;
                    double left = from.x() + (to.x() - from.x()) * progress - tall * 9 / 32;
                    double top = from.y() + (to.y() - from.y()) * progress - tall / 2;
                    return new Point((150.3 - left) * scale, (88.7 - top) * scale);
                });
    }

    @Test
    void aMovingVideoIsSmooth() {
        PaintedMedia media = new PaintedMedia();
        media.withStill("m", Pictures.grey(120, 120, (x, y) -> blob(x - 60, y - 60, 6)));
        Point from = new Point(80, 150);
        Point to = new Point(87.3, 155.9);
        Scene scene = new Scene(180, 320).background(Colour.BLACK);
        Transform moving = Scene.moving(from, to, Rational.of(10));
        scene.add(scene.video("m", Fit.NONE, moving));
        follow(scene.project(), media, progress -> between(from, to, progress));
    }

    @Test
    void aMovingShapeIsSmooth() {
        Point from = new Point(80, 150);
        Point to = new Point(84.1, 157.3);
        Scene scene = new Scene(180, 320).background(Colour.BLACK);
        scene.add(scene.box(21, 15, 5, Scene.moving(from, to, Rational.of(10))));
        follow(scene.project(), new PaintedMedia(), progress -> between(from, to, progress));
    }

    @Test
    void aMovingImageIsSmooth() {
        PaintedMedia media = new PaintedMedia();
        media.withStill(
                "m",
                Pictures.rgba(60, 60, (x, y) -> new double[] {1, 1, 1, blob(x - 30, y - 30, 6)}));
        Point from = new Point(80, 150);
        Point to = new Point(83.7, 152.1);
        Scene scene = new Scene(180, 320).background(Colour.BLACK);
        Transform moving = Scene.moving(from, to, Rational.of(10));
        scene.add(scene.image("m", Scene.frame(60, 60, Fit.FILL), moving));
        follow(scene.project(), media, progress -> between(from, to, progress));
    }

    /// Letters have no known middle, so it is taken from all frames together.
    @Test
    void aMovingTextIsSmooth() {
        Point from = new Point(80, 150);
        Point to = new Point(83.3, 154.9);
        Scene scene = new Scene(180, 320).background(Colour.BLACK);
        scene.add(scene.text("Ö", 40, Scene.moving(from, to, Rational.of(10))));
        double x = 0;
        double y = 0;
        for (int n = 0; n <= FRAMES; n++) {
            Point seen = centre(render(scene.project(), new PaintedMedia(), time(n)));
            Point expected = between(from, to, (double) n / FRAMES);
            x += (seen.x() - expected.x()) / (FRAMES + 1);
            y += (seen.y() - expected.y()) / (FRAMES + 1);
        }
        Point middle = new Point(from.x() + x, from.y() + y);
        Point end = new Point(to.x() + x, to.y() + y);
        follow(scene.project(), new PaintedMedia(), progress -> between(middle, end, progress));
    }

    private interface Curve {
        Point at(double progress);
    }

    private static void follow(Project project, PaintedMedia media, Curve curve) {
        for (int n = 0; n <= FRAMES; n++) {
            Point seen = centre(render(project, media, time(n)));
            Point expected = curve.at((double) n / FRAMES);
            assertEquals(expected.x(), seen.x(), TOLERANCE_PIXELS, "x of frame " + n);
            assertEquals(expected.y(), seen.y(), TOLERANCE_PIXELS, "y of frame " + n);
        }
    }

    private static OutputFrame render(Project project, PaintedMedia media, Rational time) {
        return Frames.render(project, media, SIZE, time);
    }

    private static Rational time(int n) {
        return Rational.of(10L * n, FRAMES);
    }

    /// A hat that is smooth and zero beyond `radius`.
    private static double blob(double x, double y, double radius) {
        double part = Math.min(1, (x * x + y * y) / (radius * radius));
        return (1 - part) * (1 - part);
    }

    private static Point between(Point from, Point to, double part) {
        return new Point(
                from.x() + (to.x() - from.x()) * part, from.y() + (to.y() - from.y()) * part);
    }

    /// Centre of light above black.
    private static Point centre(OutputFrame frame) {
        double sum = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i < frame.luma().length; i++) {
            double light = (frame.luma()[i] & 255) - 16;
            sum += light;
            x += light * (i % frame.width() + 0.5);
            y += light * (Math.floorDiv(i, frame.width()) + 0.5);
        }
        return new Point(x / sum, y / sum);
    }
}
