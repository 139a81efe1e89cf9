package com.autoclipr.testkit;

import com.autoclipr.composition.Canvas;
import com.autoclipr.composition.FontFile;
import com.autoclipr.composition.Output;
import com.autoclipr.composition.Overlay;
import com.autoclipr.composition.Project;
import com.autoclipr.composition.type.ListType;
import com.autoclipr.composition.value.Animated;
import com.autoclipr.composition.value.Easing;
import com.autoclipr.composition.value.Point;
import com.autoclipr.time.Rational;
import com.autoclipr.time.TimeRange;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/// Makes valid projects of every kind: the same seed gives the same project. Layers, fonts and
/// output follow from the declarations of the format; canvas, overlay and cut have to suit each
/// other.
public final class ProjectGenerator {
    private final Random random;
    private final RandomValues values;

    private ProjectGenerator(long seed) {
        random = new Random(seed);
        values = new RandomValues(random);
    }

    public static Project project(long seed) {
        return new ProjectGenerator(seed).project();
    }

    private Project project() {
        Canvas any = values.of(Canvas.TYPE);
        Canvas canvas =
                new Canvas(random.nextInt(16, 4000), random.nextInt(16, 3000), any.background());
        Rational start = values.time(0, 4000);
        TimeRange cut = new TimeRange(start, start.plus(values.time(1, 3000)));
        return new Project(
                canvas,
                overlay(canvas),
                cut,
                values.of(new ListType<>("layers", 7, Project.LAYER), "/layers"),
                values.of(new ListType<>("fonts", 3, FontFile.TYPE), "/fonts"),
                values.of(Output.TYPE));
    }

    /// Inside the canvas at every time: boxes between such boxes are, on straight movements.
    private Overlay overlay(Canvas canvas) {
        Rational ratio =
                values.pick(
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

    private <T> Animated<T> straight(Supplier<T> value) {
        return values.keyframes(value, () -> random.nextInt(4) == 0 ? Easing.HOLD : Easing.LINEAR);
    }
}
