package com.autoclipr.testkit;

import com.autoclipr.composition.Anchor;
import com.autoclipr.composition.Animated;
import com.autoclipr.composition.AudioLayer;
import com.autoclipr.composition.Canvas;
import com.autoclipr.composition.Colour;
import com.autoclipr.composition.Easing;
import com.autoclipr.composition.Fit;
import com.autoclipr.composition.FontFile;
import com.autoclipr.composition.ImageLayer;
import com.autoclipr.composition.Keyframe;
import com.autoclipr.composition.Layer;
import com.autoclipr.composition.Loop;
import com.autoclipr.composition.Output;
import com.autoclipr.composition.Overlay;
import com.autoclipr.composition.PictureBox;
import com.autoclipr.composition.Point;
import com.autoclipr.composition.Project;
import com.autoclipr.composition.ShapeLayer;
import com.autoclipr.composition.Stroke;
import com.autoclipr.composition.TextLayer;
import com.autoclipr.composition.Transform;
import com.autoclipr.composition.VideoLayer;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import com.autoclipr.time.TimeRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/// Makes valid projects of every kind: the same seed gives the same project. For one thread.
public final class ProjectGenerator {
    private static final List<String> TEXTS =
            List.of(
                    "Bonjour 👋",
                    "two\nlines",
                    "",
                    "مرحبا בעולם",
                    "\"quoted\" \\ \u0001 \u2028",
                    "汉字",
                    "a/b~c");
    private static final List<Easing> EASINGS =
            List.of(
                    Easing.LINEAR,
                    Easing.EASE,
                    Easing.EASE_IN,
                    Easing.EASE_OUT,
                    Easing.EASE_IN_OUT,
                    Easing.HOLD);
    private static final List<FrameRate> RATES =
            List.of(
                    FrameRate.of(24, 1),
                    FrameRate.of(25, 1),
                    FrameRate.of(30_000, 1001),
                    FrameRate.of(30, 1),
                    FrameRate.of(60_000, 1001),
                    FrameRate.of(25, 2));
    private static final List<String> PRESETS = List.of("ultrafast", "medium", "placebo");

    private final Random random;

    private ProjectGenerator(long seed) {
        random = new Random(seed);
    }

    public static Project project(long seed) {
        return new ProjectGenerator(seed).project();
    }

    private Project project() {
        Canvas canvas =
                new Canvas(
                        random.nextInt(16, 4000),
                        random.nextInt(16, 3000),
                        new Colour(byteValue(), byteValue(), byteValue(), 255));
        Rational start = time(0, 4000);
        TimeRange cut = new TimeRange(start, start.plus(time(1, 3000)));
        List<Layer> layers = new ArrayList<>();
        int count = random.nextInt(7);
        for (int i = 0; i < count; i++) {
            layers.add(layer("/layers/" + i));
        }
        List<FontFile> fonts = new ArrayList<>();
        for (int i = 0; i < random.nextInt(3); i++) {
            fonts.add(new FontFile("/fonts/" + i, "f" + i + ".ttf", maybe(() -> "Family é")));
        }
        return new Project(canvas, overlay(canvas), cut, layers, fonts, output());
    }

    /// Inside the canvas at every time: boxes between such boxes are, on straight movements.
    private Overlay overlay(Canvas canvas) {
        Rational ratio =
                pick(
                        List.of(
                                Rational.of(9, 16),
                                Rational.of(16, 9),
                                Rational.ONE,
                                Rational.of(4, 5),
                                Rational.of(2_345_678, 7_654_321)));
        double most = Math.min(canvas.height(), canvas.width() / ratio.toDouble());
        boolean sizeMoves = random.nextBoolean();
        double smallest = Math.min(most, Math.max(2, 2 / ratio.toDouble()));
        double largest = smallest + (most - smallest) * random.nextDouble();
        Animated<Double> height =
                sizeMoves
                        ? straight(() -> smallest + (largest - smallest) * random.nextDouble())
                        : Animated.constant(largest);
        double restX = canvas.width() - largest * ratio.toDouble();
        double restY = canvas.height() - largest;
        Supplier<Point> place =
                () ->
                        new Point(
                                canvas.width() / 2.0 + restX * (random.nextDouble() - 0.5),
                                canvas.height() / 2.0 + restY * (random.nextDouble() - 0.5));
        Animated<Point> centre =
                random.nextBoolean() ? straight(place) : Animated.constant(place.get());
        return new Overlay(ratio, centre, height);
    }

    private Output output() {
        Output.Size size =
                random.nextBoolean()
                        ? new Output.ShortSide(pick(List.of(720, 1080, 1440)))
                        : new Output.Exact(
                                random.nextInt(8, 2000) * 2, random.nextInt(8, 2000) * 2);
        return new Output(
                size,
                maybe(() -> pick(RATES)),
                random.nextInt(52),
                pick(PRESETS),
                random.nextInt(32_000, 512_001),
                random.nextBoolean());
    }

    private Layer layer(String pointer) {
        Layer.Span span = new Layer.Span(time(-100, 100), maybe(() -> time(1, 100)));
        return switch (random.nextInt(5)) {
            case 0 ->
                    new VideoLayer(
                            pointer,
                            span,
                            placement(),
                            "dir/é " + random.nextInt(9) + ".mp4",
                            time(0, 100),
                            frame(),
                            animated(() -> number(0, 10)),
                            audioTrack());
            case 1 ->
                    new ImageLayer(
                            pointer,
                            span,
                            placement(),
                            "a~b.png",
                            frame(),
                            pick(List.of(Loop.values())));
            case 2 -> text(pointer, span);
            case 3 -> shape(pointer, span);
            default ->
                    new AudioLayer(
                            pointer,
                            span,
                            "s.wav",
                            time(0, 9),
                            animated(() -> number(0, 10)),
                            audioTrack());
        };
    }

    private Optional<String> audioTrack() {
        return maybe(
                () -> pick(List.of("0", "7", "999", "all", "fr", "fra", "zh-Hant-TW", "pt_BR")));
    }

    private TextLayer text(String pointer, Layer.Span span) {
        TextLayer.Font font =
                new TextLayer.Font(
                        pick(List.of("Inter", "Noto Sans")),
                        random.nextInt(100, 901),
                        random.nextBoolean(),
                        number(1, 500),
                        colour(),
                        number(-10, 10));
        return new TextLayer(
                pointer,
                span,
                placement(),
                pick(TEXTS),
                font,
                pick(List.of(TextLayer.Align.values())),
                pick(List.of(TextLayer.Direction.values())),
                number(0.1, 10),
                maybe(() -> number(1, 2000)),
                maybe(this::stroke),
                maybe(
                        () ->
                                new TextLayer.Shadow(
                                        colour(), number(-9, 9), number(-9, 9), number(0, 99))),
                maybe(
                        () ->
                                new TextLayer.TextBox(
                                        colour(), number(0, 99), number(0, 99), number(0, 99))));
    }

    private ShapeLayer shape(String pointer, Layer.Span span) {
        int kind = random.nextInt(3);
        if (kind == 0) {
            ShapeLayer.Line line = new ShapeLayer.Line(point(), point());
            return new ShapeLayer(
                    pointer, span, placement(), line, Optional.empty(), Optional.of(stroke()));
        }
        Animated<Double> width = animated(() -> number(0, 3000));
        Animated<Double> height = animated(() -> number(0, 3000));
        ShapeLayer.Shape shape =
                kind == 1
                        ? new ShapeLayer.Box(width, height, number(0, 100))
                        : new ShapeLayer.Ellipse(width, height);
        return new ShapeLayer(
                pointer, span, placement(), shape, maybe(this::colour), maybe(this::stroke));
    }

    private Transform placement() {
        return new Transform(
                animated(this::point),
                animated(this::anchor),
                animated(() -> new Point(number(-100, 100), number(-100, 100))),
                animated(() -> number(-720, 720)),
                animated(() -> number(0, 1)));
    }

    private PictureBox frame() {
        return new PictureBox(
                animated(() -> number(0, 3000)),
                animated(() -> number(0, 3000)),
                animated(() -> pick(List.of(Fit.values()))));
    }

    private Anchor anchor() {
        return new Anchor(
                random.nextBoolean() ? number(-1, 2) : 0,
                random.nextBoolean() ? number(-100, 100) : 0,
                random.nextBoolean() ? number(-1, 2) : 0,
                random.nextBoolean() ? number(-100, 100) : 0);
    }

    private Stroke stroke() {
        return new Stroke(colour(), number(0, 50));
    }

    private Point point() {
        return new Point(number(-5000, 5000), number(-5000, 5000));
    }

    private <T> Animated<T> animated(Supplier<T> value) {
        return random.nextInt(3) == 0
                ? keyframes(value, this::easing)
                : Animated.constant(value.get());
    }

    private <T> Animated<T> straight(Supplier<T> value) {
        return keyframes(value, () -> random.nextInt(4) == 0 ? Easing.HOLD : Easing.LINEAR);
    }

    private <T> Animated<T> keyframes(Supplier<T> value, Supplier<Easing> easing) {
        List<Keyframe<T>> frames = new ArrayList<>();
        Rational time = time(-10, 10);
        int count = random.nextInt(1, 6);
        for (int i = 0; i < count; i++) {
            frames.add(new Keyframe<>(time, value.get(), easing.get()));
            time = time.plus(time(0, 5)).plus(Rational.of(1, 1000));
        }
        return new Animated<>(frames);
    }

    private Easing easing() {
        return random.nextInt(3) == 0
                ? new Easing.CubicBezier(
                        random.nextDouble(), number(-2, 3), random.nextDouble(), number(-2, 3))
                : pick(EASINGS);
    }

    /// A time in whole seconds, milliseconds or frames of 29.97 fps, from `min` to `max` seconds.
    private Rational time(int min, int max) {
        return switch (random.nextInt(3)) {
            case 0 -> Rational.of(random.nextInt(min, max + 1));
            case 1 -> Rational.of(random.nextInt(min * 1000, max * 1000 + 1), 1000);
            default -> Rational.of(random.nextInt(min * 29, max * 29 + 1) * 1001L, 30_000);
        };
    }

    /// Whole, short, long or tiny, from `min` to `max`.
    private double number(double min, double max) {
        double any = min + (max - min) * random.nextDouble();
        double number =
                switch (random.nextInt(4)) {
                    case 0 -> Math.rint(any);
                    case 1 -> Math.rint(any * 100) / 100;
                    case 2 -> any;
                    default -> any * 1e-6;
                };
        return Math.clamp(number, min, max) + 0.0;
    }

    private Colour colour() {
        return new Colour(byteValue(), byteValue(), byteValue(), byteValue());
    }

    private int byteValue() {
        return random.nextInt(256);
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
