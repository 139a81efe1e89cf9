package com.autoclipr.composition.json;

import com.autoclipr.composition.Animated;
import com.autoclipr.composition.Overlay;
import com.autoclipr.composition.Point;
import com.autoclipr.composition.ProblemKind;
import com.autoclipr.time.Rational;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads `overlay`: an aspect ratio and one side that may move, or `"free"` and both sides.
final class OverlayReader {
    private static final Rational DEFAULT_RATIO = Rational.of(9, 16);
    private static final String SIDE = "\\d{1,12}|\\d{1,6}\\.\\d{1,6}";
    private static final Pattern RATIO = Pattern.compile("(" + SIDE + "):(" + SIDE + ")");
    private static final Rational MIN_RATIO = Rational.of(1, 100);
    private static final Rational MAX_RATIO = Rational.of(100);
    static final double LARGEST_SIDE = 16_384;

    private final Diagnostics findings;
    private final Lengths lengths;
    private final Animations animations;

    OverlayReader(Diagnostics findings, Lengths lengths, Animations animations) {
        this.findings = findings;
        this.lengths = lengths;
        this.animations = animations;
    }

    /// The overlay of a project that names none: 9:16, as large as the canvas allows, in its
    /// centre.
    Overlay standard() {
        return largest(DEFAULT_RATIO, centre());
    }

    /// The field `overlay`.
    ///
    /// @param canvasKnown whether the canvas was read without a problem, so that it makes sense to
    ///   ask whether the overlay lies on it
    ValueReader<Overlay> reader(boolean canvasKnown) {
        return json -> {
            int before = findings.problemCount();
            Optional<Overlay> overlay =
                    FieldReader.object(findings, this::overlay).read(json).flatMap(found -> found);
            if (canvasKnown && findings.problemCount() == before) {
                OverlayBounds bounds =
                        new OverlayBounds(findings, lengths.canvasWidth(), lengths.canvasHeight());
                overlay.ifPresent(good -> bounds.check(good, json.place()));
            }
            return overlay;
        };
    }

    private Optional<Overlay> overlay(FieldReader fields) {
        Animated<Point> position =
                fields.get("position", centre(), animations.ofObject(lengths.point()));
        Optional<Animated<Double>> width =
                fields.find(
                        "width",
                        animations.of(lengths.ofWidth(OverlayBounds.SMALLEST, LARGEST_SIDE)));
        Optional<Animated<Double>> height =
                fields.find(
                        "height",
                        animations.of(lengths.ofHeight(OverlayBounds.SMALLEST, LARGEST_SIDE)));
        Optional<Json> ratio = fields.raw("aspectRatio");
        if (ratio.isPresent() && ratio.get() instanceof Json.Text text && isFree(text)) {
            return free(fields, position, width, height);
        }
        Optional<Rational> read =
                ratio.isPresent() ? ratio(ratio.get()) : Optional.of(DEFAULT_RATIO);
        if (fields.has("width") && fields.has("height")) {
            findings.problem(
                    ProblemKind.CONFLICT,
                    fields.place(),
                    "first",
                    "width",
                    "second",
                    "height",
                    "reason",
                    "aspect-ratio");
            return Optional.empty();
        }
        return read.map(
                known ->
                        height.map(tall -> new Overlay(known, position, tall))
                                .or(() -> width.map(wide -> ofWidth(known, position, wide)))
                                .orElseGet(() -> largest(known, position)));
    }

    private static boolean isFree(Json.Text text) {
        return text.value().equals("free");
    }

    private Optional<Overlay> free(
            FieldReader fields,
            Animated<Point> position,
            Optional<Animated<Double>> width,
            Optional<Animated<Double>> height) {
        for (String side : new String[] {"width", "height"}) {
            if (!fields.has(side)) {
                findings.problem(ProblemKind.MISSING_FIELD, fields.place(), "field", side);
            }
        }
        if (width.isEmpty() || height.isEmpty()) {
            return Optional.empty();
        }
        if (!width.get().isConstant() || !height.get().isConstant()) {
            findings.problem(
                    ProblemKind.CONFLICT,
                    fields.place(),
                    "first",
                    "aspectRatio",
                    "second",
                    "keyframes",
                    "reason",
                    "free");
            return Optional.empty();
        }
        double wide = width.get().keyframes().getFirst().value();
        double tall = height.get().keyframes().getFirst().value();
        Rational ratio = millionths(wide).dividedBy(millionths(tall));
        return isWithin(ratio, fields.place())
                ? Optional.of(new Overlay(ratio, position, Animated.constant(tall)))
                : Optional.empty();
    }

    /// The nearest millionth of a pixel: keeps the ratio of any two sides a fraction of `long`s.
    private static Rational millionths(double pixels) {
        return Rational.of(BigDecimal.valueOf(pixels).setScale(6, RoundingMode.HALF_UP));
    }

    private Optional<Rational> ratio(Json json) {
        if (!(json instanceof Json.Text text)) {
            Scalars.wrongType(findings, json, "aspect-ratio");
            return Optional.empty();
        }
        Matcher matcher = RATIO.matcher(text.value());
        Rational width = matcher.matches() ? Rational.parse(matcher.group(1)) : Rational.ZERO;
        Rational height = matcher.matches() ? Rational.parse(matcher.group(2)) : Rational.ZERO;
        if (width.signum() == 0 || height.signum() == 0) {
            Scalars.wrongForm(findings, json, "aspect-ratio", text.value());
            return Optional.empty();
        }
        Rational ratio = width.dividedBy(height);
        return isWithin(ratio, json.place()) ? Optional.of(ratio) : Optional.empty();
    }

    private boolean isWithin(Rational ratio, JsonLocation place) {
        if (ratio.compareTo(MIN_RATIO) >= 0 && ratio.compareTo(MAX_RATIO) <= 0) {
            return true;
        }
        findings.problem(
                ProblemKind.OUT_OF_RANGE,
                place,
                "min",
                "1:100",
                "max",
                "100:1",
                "actual",
                ratio.numerator() + ":" + ratio.denominator());
        return false;
    }

    private static Overlay ofWidth(
            Rational ratio, Animated<Point> position, Animated<Double> width) {
        return new Overlay(
                ratio,
                position,
                width.map(wide -> sane(wide * ratio.denominator() / ratio.numerator())));
    }

    /// Takes a rounding error off the smallest height.
    private static double sane(double height) {
        return height < OverlayBounds.SMALLEST && height > OverlayBounds.SMALLEST - 1e-9
                ? OverlayBounds.SMALLEST
                : height;
    }

    private Overlay largest(Rational ratio, Animated<Point> position) {
        double byWidth = (double) lengths.canvasWidth() * ratio.denominator() / ratio.numerator();
        return new Overlay(
                ratio, position, Animated.constant(Math.min(byWidth, lengths.canvasHeight())));
    }

    private Animated<Point> centre() {
        return Animated.constant(
                new Point(lengths.canvasWidth() / 2.0, lengths.canvasHeight() / 2.0));
    }
}
