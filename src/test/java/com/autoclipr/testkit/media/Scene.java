package com.autoclipr.testkit.media;

import com.autoclipr.composition.Canvas;
import com.autoclipr.composition.FontFile;
import com.autoclipr.composition.ImageLayer;
import com.autoclipr.composition.Layer;
import com.autoclipr.composition.Layer.Span;
import com.autoclipr.composition.Output;
import com.autoclipr.composition.Overlay;
import com.autoclipr.composition.PictureBox;
import com.autoclipr.composition.Project;
import com.autoclipr.composition.ShapeLayer;
import com.autoclipr.composition.Stroke;
import com.autoclipr.composition.TextLayer;
import com.autoclipr.composition.Transform;
import com.autoclipr.composition.VideoLayer;
import com.autoclipr.composition.VisualLayer;
import com.autoclipr.composition.value.Anchor;
import com.autoclipr.composition.value.Animated;
import com.autoclipr.composition.value.Colour;
import com.autoclipr.composition.value.Easing;
import com.autoclipr.composition.value.Fit;
import com.autoclipr.composition.value.Keyframe;
import com.autoclipr.composition.value.Point;
import com.autoclipr.testkit.Layers;
import com.autoclipr.time.Rational;
import com.autoclipr.time.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts projects together for tests: a canvas that the overlay shows whole, unless told otherwise,
/// and layers whose box is the canvas.
public final class Scene {
    private final int width;
    private final int height;
    private final List<Layer> layers = new ArrayList<>();
    private final List<FontFile> fonts = new ArrayList<>();
    private Colour background = new Colour(40, 60, 80, 255);
    private Overlay overlay;

    public Scene(int width, int height) {
        this.width = width;
        this.height = height;
        this.overlay =
                new Overlay(
                        Rational.of(width, height),
                        still(new Point(width / 2.0, height / 2.0)),
                        still((double) height));
    }

    public Scene background(Colour colour) {
        background = colour;
        return this;
    }

    public Scene overlay(Rational aspectRatio, Animated<Point> centre, Animated<Double> tall) {
        overlay = new Overlay(aspectRatio, centre, tall);
        return this;
    }

    public Scene font(FontFile file) {
        fonts.add(file);
        return this;
    }

    public Scene add(Layer layer) {
        layers.add(layer);
        return this;
    }

    public Scene video(String src, Fit fit) {
        return add(video(src, fit, centred()));
    }

    public VideoLayer video(String src, Fit fit, Transform transform) {
        VideoLayer layer = placed("{\"type\": \"video\", \"src\": \"" + src + "\"}", transform);
        return Layers.with(layer, PictureBox.COVERING, frame(fit));
    }

    public ImageLayer image(String src, PictureBox frame, Transform transform) {
        ImageLayer layer = placed("{\"type\": \"image\", \"src\": \"" + src + "\"}", transform);
        return Layers.with(layer, PictureBox.CONTAINING, frame);
    }

    public ShapeLayer box(double wide, double tall, double radius, Transform transform) {
        return shape(new ShapeLayer.Box(still(wide), still(tall), radius), Colour.WHITE, transform);
    }

    public ShapeLayer shape(ShapeLayer.Shape shape, Colour fill, Stroke stroke, Transform at) {
        return Layers.with(shape(shape, fill, at), "stroke", Optional.of(stroke));
    }

    private ShapeLayer shape(ShapeLayer.Shape shape, Colour fill, Transform at) {
        ShapeLayer layer =
                switch (shape) {
                    case ShapeLayer.Box box ->
                            Layers.with(
                                    this.<ShapeLayer>placed(
                                            "{\"type\": \"shape\", \"shape\": \"rectangle\"}", at),
                                    Map.of(
                                            "width",
                                            box.width(),
                                            "height",
                                            box.height(),
                                            "radius",
                                            box.radius()));
                    case ShapeLayer.Ellipse ellipse ->
                            Layers.with(
                                    this.<ShapeLayer>placed(
                                            "{\"type\": \"shape\", \"shape\": \"ellipse\"}", at),
                                    Map.of("width", ellipse.width(), "height", ellipse.height()));
                    case ShapeLayer.Line _ -> throw new IllegalArgumentException("has no fill");
                };
        return Layers.with(layer, "fill", Optional.of(fill));
    }

    public ShapeLayer line(Point from, Point to, Stroke stroke, Transform at) {
        ShapeLayer layer =
                placed(
                        """
                        {"type": "shape", "shape": "line", "from": {"x": 0, "y": 0},
                         "to": {"x": 0, "y": 0}, "stroke": {"width": 1}}
                        """,
                        at);
        return Layers.with(layer, Map.of("from", from, "to", to, "stroke", stroke));
    }

    /// White, centred, unwrapped, upright.
    public TextLayer text(String text, double size, Transform transform) {
        TextLayer layer = placed("{\"type\": \"text\", \"text\": \"\"}", transform);
        return Layers.with(
                layer,
                Map.of(
                        "text",
                        text,
                        "font",
                        new TextLayer.Font("Inter", 700, false, size, Colour.WHITE, 0)));
    }

    private <L extends VisualLayer> L placed(String json, Transform transform) {
        L layer = Layers.of(layers.size(), json);
        return Layers.with(Layers.with(layer, Transform.TYPE, transform), Span.TYPE, always());
    }

    public Transform centred() {
        return at(width / 2.0, height / 2.0);
    }

    public static Transform at(double x, double y) {
        return new Transform(
                still(new Point(x, y)),
                still(Anchor.CENTRE),
                still(new Point(1, 1)),
                still(0.0),
                still(1.0));
    }

    public static Transform turned(Transform transform, double degrees) {
        return new Transform(
                transform.position(),
                transform.anchor(),
                transform.scale(),
                still(degrees),
                transform.opacity());
    }

    public static Transform scaled(Transform transform, double x, double y) {
        return new Transform(
                transform.position(),
                transform.anchor(),
                still(new Point(x, y)),
                transform.rotation(),
                transform.opacity());
    }

    public static Transform faded(Transform transform, Animated<Double> opacity) {
        return new Transform(
                transform.position(),
                transform.anchor(),
                transform.scale(),
                transform.rotation(),
                opacity);
    }

    public static Transform moving(Point from, Point to, Rational seconds) {
        Transform transform = at(0, 0);
        return new Transform(
                line(from, to, seconds),
                transform.anchor(),
                transform.scale(),
                transform.rotation(),
                transform.opacity());
    }

    public static <T> Animated<T> still(T value) {
        return Animated.constant(value);
    }

    /// From one value at zero to another, evenly.
    public static <T> Animated<T> line(T from, T to, Rational seconds) {
        return new Animated<>(
                List.of(
                        new Keyframe<>(Rational.ZERO, from, Easing.LINEAR),
                        new Keyframe<>(seconds, to, Easing.LINEAR)));
    }

    public PictureBox frame(Fit fit) {
        return frame(width, height, fit);
    }

    public static PictureBox frame(double width, double height, Fit fit) {
        return new PictureBox(still(width), still(height), still(fit));
    }

    /// From zero to the end of the cut.
    public static Span always() {
        return new Span(Rational.ZERO, Optional.of(Rational.of(60)));
    }

    public Project project() {
        return new Project(
                new Canvas(width, height, background),
                overlay,
                new TimeRange(Rational.ZERO, Rational.of(60)),
                layers,
                fonts,
                new Output(
                        new Output.ShortSide(1080), Optional.empty(), 23, "medium", 192_000, true));
    }
}
