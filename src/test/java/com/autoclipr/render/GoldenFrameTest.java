package com.autoclipr.render;

import com.autoclipr.composition.PictureBox;
import com.autoclipr.composition.ShapeLayer;
import com.autoclipr.composition.Stroke;
import com.autoclipr.composition.TextLayer;
import com.autoclipr.composition.Transform;
import com.autoclipr.composition.value.Anchor;
import com.autoclipr.composition.value.Colour;
import com.autoclipr.composition.value.Fit;
import com.autoclipr.composition.value.Point;
import com.autoclipr.media.picture.ColourFacts.Matrix;
import com.autoclipr.testkit.GoldenPng;
import com.autoclipr.testkit.Layers;
import com.autoclipr.testkit.Pictures;
import com.autoclipr.testkit.media.PaintedMedia;
import com.autoclipr.testkit.media.Scene;
import com.autoclipr.time.Rational;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Whole frames, looked at once and kept.
class GoldenFrameTest {
    /// Our own arithmetic is the same everywhere; Skia chooses instructions by processor, whose
    /// roundings differ by a code or two at antialiased edges, times 1.6 to 2.1 through chroma.
    private static final int TOLERANCE_CODES = 6;

    private static final Colour RED = new Colour(230, 40, 60, 255);

    @ParameterizedTest
    @EnumSource(Fit.class)
    void videoInABox(Fit fit) throws IOException {
        Scene scene = new Scene(180, 320);
        Transform place = Scene.at(90.4, 160.7);
        scene.add(
                Layers.with(
                        scene.video("chart", fit, place),
                        PictureBox.COVERING,
                        Scene.frame(140, 200, fit)));
        check("fit-" + fit.name().toLowerCase(java.util.Locale.ROOT), scene);
    }

    @Test
    void mirroredVideo() throws IOException {
        Scene scene = new Scene(180, 320);
        scene.add(scene.video("chart", Fit.CONTAIN, Scene.scaled(scene.centred(), -0.9, 0.9)));
        check("video-mirrored", scene);
    }

    @Test
    void turnedVideoAndImage() throws IOException {
        Scene scene = new Scene(180, 320);
        scene.add(scene.video("chart", Fit.CONTAIN, Scene.turned(scene.centred(), 17)));
        scene.add(
                scene.image(
                        "disc",
                        Scene.frame(80, 80, Fit.CONTAIN),
                        Scene.turned(Scene.at(60, 60), -30)));
        scene.add(scene.image("disc", Scene.frame(30, 30, Fit.CONTAIN), Scene.at(150.5, 290.25)));
        check("video-and-image-turned", scene);
    }

    @Test
    void turnedBlurredBackdrop() throws IOException {
        Scene scene = new Scene(180, 320);
        scene.add(
                scene.video(
                        "chart",
                        Fit.CONTAIN_BLUR,
                        Scene.scaled(Scene.turned(scene.centred(), 8), 0.8, 0.8)));
        check("contain-blur-turned", scene);
    }

    @Test
    void overlayAcrossTheCanvas() throws IOException {
        Scene scene = new Scene(320, 180);
        scene.overlay(Rational.of(9, 16), Scene.still(new Point(201.3, 90)), Scene.still(160.0));
        scene.video("chart", Fit.COVER);
        scene.add(scene.text("Titre", 18, Scene.at(201.3, 40)));
        check("overlay-crop", scene);
    }

    @Test
    void shapes() throws IOException {
        Scene scene = new Scene(180, 320);
        Stroke stroke = new Stroke(Colour.WHITE, 3);
        Colour half = new Colour(230, 200, 40, 128);
        scene.add(
                scene.shape(
                        new ShapeLayer.Box(Scene.still(100.0), Scene.still(60.0), 14),
                        RED,
                        stroke,
                        Scene.turned(Scene.at(70, 60), 10)));
        scene.add(
                scene.shape(
                        new ShapeLayer.Ellipse(Scene.still(90.0), Scene.still(50.0)),
                        half,
                        stroke,
                        Scene.at(100.5, 150.25)));
        scene.add(scene.line(new Point(0, 40), new Point(120, 0), stroke, Scene.at(90, 260)));
        check("shapes", scene);
    }

    @Test
    void textInABox() throws IOException {
        Scene scene = new Scene(180, 320).background(new Colour(60, 90, 140, 255));
        TextLayer plain = scene.text("Les nuits d’été à Łódź", 22, Scene.at(90, 60));
        scene.add(
                styled(
                        plain,
                        TextLayer.Align.CENTER,
                        Optional.of(new Stroke(Colour.BLACK, 4)),
                        Optional.of(new TextLayer.Shadow(Colour.BLACK, 3, 3, 6))));
        TextLayer right = scene.text("Ей 42\nΩ", 18, Scene.at(90, 150));
        scene.add(styled(right, TextLayer.Align.RIGHT, Optional.empty(), Optional.empty()));
        scene.add(scene.text("Turned", 26, Scene.turned(Scene.at(90, 230), -20)));
        Transform corner = Scene.at(10, 280);
        scene.add(
                scene.text(
                        "From the corner",
                        14,
                        new Transform(
                                corner.position(),
                                Scene.still(new Anchor(0, 0, 0, 0)),
                                corner.scale(),
                                corner.rotation(),
                                corner.opacity())));
        check("texts", scene);
    }

    private static TextLayer styled(
            TextLayer text,
            TextLayer.Align align,
            Optional<Stroke> stroke,
            Optional<TextLayer.Shadow> shadow) {
        TextLayer.TextBox box = new TextLayer.TextBox(new Colour(230, 40, 60, 160), 12, 6, 8);
        return Layers.with(
                text,
                Map.of(
                        "align",
                        align,
                        "width",
                        Optional.of(130.0),
                        "stroke",
                        stroke,
                        "shadow",
                        shadow,
                        "box",
                        Optional.of(box)));
    }

    private static void check(String scenario, Scene scene) throws IOException {
        byte[] png = FramePng.encode(Frames.render(scene.project(), media(), 180, 320));
        GoldenPng.assertMatches("render/" + scenario, png, TOLERANCE_CODES);
    }

    /// A chart with a frame, a diagonal and patches; and a disc with a soft edge.
    private static PaintedMedia media() {
        return new PaintedMedia()
                .withStill(
                        "chart",
                        Pictures.yuv(
                                160,
                                90,
                                new Pictures.Format(Matrix.BT601, true, 8),
                                GoldenFrameTest::chart))
                .withStill(
                        "disc",
                        Pictures.rgba(
                                100,
                                100,
                                (x, y) ->
                                        new double[] {
                                            x / 100,
                                            0.9,
                                            y / 100,
                                            Math.clamp(45 - Math.hypot(x - 50, y - 50), 0, 1)
                                        }));
    }

    private static double[] chart(double x, double y) {
        if (x < 3 || y < 3 || x > 157 || y > 87) {
            return new double[] {1, 1, 1};
        }
        if (Math.abs(x / 16 - y / 9) < 0.15) {
            return new double[] {0, 0, 0};
        }
        boolean even = ((int) (x / 20) + (int) (y / 15)) % 2 == 0;
        return even ? new double[] {x / 160, 0.4, 1 - y / 90} : new double[] {0.2, y / 90, 0.3};
    }
}
