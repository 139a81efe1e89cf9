package com.autoclipr.composition;

import com.autoclipr.composition.json.Fields;
import com.autoclipr.composition.json.Json;
import com.autoclipr.composition.json.Reading;
import com.autoclipr.composition.type.AnimatedType;
import com.autoclipr.composition.type.LengthType;
import com.autoclipr.composition.type.LengthType.Axis;
import com.autoclipr.composition.type.NotationType;
import com.autoclipr.composition.type.ObjectType;
import com.autoclipr.composition.type.Property;
import com.autoclipr.composition.type.Property.Group;
import com.autoclipr.composition.type.Values;
import com.autoclipr.composition.value.Animated;
import com.autoclipr.composition.value.Interpolation;
import com.autoclipr.composition.value.Point;
import com.autoclipr.time.Rational;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The rectangle of the canvas that is exported.
///
/// @param aspectRatio width divided by height, the same at every time
/// @param centre its centre, canvas pixels; keyframes count from the timeline's zero
/// @param height canvas pixels; keyframes count from the timeline's zero
public record Overlay(Rational aspectRatio, Animated<Point> centre, Animated<Double> height) {
    /// The smallest side, pixels.
    static final double SMALLEST_SIDE = 1;

    static final double LARGEST_SIDE = 16_384;
    private static final Rational DEFAULT_RATIO = Rational.of(9, 16);
    private static final Rational MIN_RATIO = Rational.of(1, 100);
    private static final Rational MAX_RATIO = Rational.of(100);
    private static final String FREE = "free";
    private static final String SIDE = "\\d{1,12}|\\d{1,6}\\.\\d{1,6}";
    private static final Pattern RATIO = Pattern.compile("(" + SIDE + "):(" + SIDE + ")");

    private static final String SIDE_FOR_SCHEMA = "0*([1-9]\\d{0,11}|\\d{1,6}\\.\\d{1,6})";

    /// Width divided by height; empty: it follows from both sides.
    private static final Property<Overlay, Optional<Rational>> ASPECT_RATIO =
            Property.<Overlay, Optional<Rational>>of(
                            "aspectRatio",
                            new NotationType<>(
                                    "aspect-ratio",
                                    "^(free|" + SIDE_FOR_SCHEMA + ":" + SIDE_FOR_SCHEMA + ")$",
                                    List.of("9:16", "16:9", "1:1", "4:5", "2.35:1", FREE),
                                    Overlay::ratio,
                                    ratio -> ratio.map(Overlay::text).orElse(FREE)),
                            overlay -> Optional.of(overlay.aspectRatio()))
                    .or("9:16")
                    .says(
                            "Width to height. `\"free\"`: `width` and `height` are both given and"
                                    + " constant.")
                    .unit("width:height")
                    .range("1:100 to 100:1, or `\"free\"`")
                    .checked(
                            (ratio, json, reading) ->
                                    ratio.isEmpty() || isWithin(ratio.get(), json, reading));

    private static final Property<Overlay, Animated<Point>> POSITION =
            Property.of(
                            "position",
                            new AnimatedType<>(Points.ON_CANVAS, Interpolation.POINT),
                            Overlay::centre)
                    .orElse("canvas' centre", v -> Animated.constant(Points.centre(v.reading())))
                    .says("Its **centre**.")
                    .in(Group.TRANSFORM);
    private static final Property<Overlay, Optional<Animated<Double>>> WIDTH =
            Property.<Overlay, Animated<Double>>optional(
                            "width",
                            side(Axis.WIDTH),
                            _ -> Optional.empty(),
                            "from `height` and `aspectRatio`")
                    .says("Its width. With an aspect ratio, give `width` or `height`, not both.")
                    .in(Group.TRANSFORM);
    private static final Property<Overlay, Optional<Animated<Double>>> HEIGHT =
            Property.<Overlay, Animated<Double>>optional(
                            "height",
                            side(Axis.HEIGHT),
                            overlay -> Optional.of(overlay.height()),
                            "the largest that fits the canvas")
                    .says("Its height.")
                    .in(Group.TRANSFORM);

    public static final ObjectType<Overlay> TYPE =
            ObjectType.<Overlay>define(
                            "overlay", "Overlay", "The rectangle of the canvas that is exported.")
                    .with(ASPECT_RATIO)
                    .with(POSITION)
                    .with(WIDTH)
                    .with(HEIGHT)
                    .schemaRules(
                            """
                            "if": {"properties": {"aspectRatio": {"const": "free"}},
                              "required": ["aspectRatio"]},
                            "then": {"required": ["width", "height"], "properties": {
                              "width": {"$ref": "#/$defs/overlaySide"},
                              "height": {"$ref": "#/$defs/overlaySide"}}},
                            "else": {"not": {"required": ["width", "height"]}}
                            """)
                    .makesIfValid(Overlay::make);

    private static AnimatedType<Double> side(Axis axis) {
        return new AnimatedType<>(
                LengthType.overlaySide(axis, SMALLEST_SIDE, LARGEST_SIDE), Interpolation.NUMBER);
    }

    /// The rectangle at `timelineTime`.
    public Rectangle at(Rational timelineTime) {
        Point middle = centre.at(timelineTime, Interpolation.POINT);
        double tall = height.at(timelineTime, Interpolation.NUMBER);
        double wide = tall * aspectRatio.numerator() / aspectRatio.denominator();
        return new Rectangle(middle.x() - wide / 2, middle.y() - tall / 2, wide, tall);
    }

    public boolean moves() {
        return !centre.isConstant() || !height.isConstant();
    }

    /// The overlay of a project that gives none: 9:16, as large as the canvas allows, in its
    /// centre.
    static Overlay standard(Reading reading) {
        return largest(DEFAULT_RATIO, Animated.constant(Points.centre(reading)), reading);
    }

    private static Optional<Overlay> make(Values values) {
        Optional<Overlay> made = combined(values);
        if (made.isPresent() && values.isFlawless() && values.reading().canvasKnown()) {
            new OverlayBounds(values.reading()).check(made.get(), values.location());
        }
        return made;
    }

    private static Optional<Overlay> combined(Values values) {
        Optional<Rational> ratio = values.get(ASPECT_RATIO);
        Animated<Point> position = values.get(POSITION);
        Optional<Animated<Double>> width = values.get(WIDTH);
        Optional<Animated<Double>> height = values.get(HEIGHT);
        Fields fields = values.fields().orElseThrow();
        if (ratio.isEmpty()) {
            return free(fields, position, width, height);
        }
        if (fields.has(WIDTH.name()) && fields.has(HEIGHT.name())) {
            fields.conflict(WIDTH.name(), HEIGHT.name(), "aspect-ratio");
            return Optional.empty();
        }
        Rational known = ratio.get();
        return height.map(tall -> new Overlay(known, position, tall))
                .or(() -> width.map(wide -> ofWidth(known, position, wide)))
                .or(() -> Optional.of(largest(known, position, values.reading())));
    }

    private static Optional<Overlay> free(
            Fields fields,
            Animated<Point> position,
            Optional<Animated<Double>> width,
            Optional<Animated<Double>> height) {
        for (String side : List.of(WIDTH.name(), HEIGHT.name())) {
            if (!fields.has(side)) {
                fields.missing(side);
            }
        }
        if (width.isEmpty() || height.isEmpty()) {
            return Optional.empty();
        }
        if (!width.get().isConstant() || !height.get().isConstant()) {
            fields.conflict(ASPECT_RATIO.name(), "keyframes", FREE);
            return Optional.empty();
        }
        double wide = width.get().keyframes().getFirst().value();
        double tall = height.get().keyframes().getFirst().value();
        Rational ratio = millionths(wide).dividedBy(millionths(tall));
        Json whole = new Json.Null(fields.location());
        return isWithin(ratio, whole, fields.reading())
                ? Optional.of(new Overlay(ratio, position, Animated.constant(tall)))
                : Optional.empty();
    }

    /// The nearest millionth of a pixel: keeps the ratio of any two sides a fraction of `long`s.
    private static Rational millionths(double pixels) {
        return Rational.of(BigDecimal.valueOf(pixels).setScale(6, RoundingMode.HALF_UP));
    }

    private static Optional<Optional<Rational>> ratio(String text) {
        if (text.equals(FREE)) {
            return Optional.of(Optional.empty());
        }
        Matcher matcher = RATIO.matcher(text);
        Rational width = matcher.matches() ? Rational.parse(matcher.group(1)) : Rational.ZERO;
        Rational height = matcher.matches() ? Rational.parse(matcher.group(2)) : Rational.ZERO;
        return width.signum() == 0 || height.signum() == 0
                ? Optional.empty()
                : Optional.of(Optional.of(width.dividedBy(height)));
    }

    private static String text(Rational ratio) {
        return ratio.numerator() + ":" + ratio.denominator();
    }

    private static boolean isWithin(Rational ratio, Json json, Reading reading) {
        if (ratio.compareTo(MIN_RATIO) >= 0 && ratio.compareTo(MAX_RATIO) <= 0) {
            return true;
        }
        reading.outOfRange(json, "1:100", "100:1", text(ratio));
        return false;
    }

    private static Overlay ofWidth(
            Rational ratio, Animated<Point> position, Animated<Double> width) {
        return new Overlay(
                ratio,
                position,
                width.map(wide -> notTooSmall(wide * ratio.denominator() / ratio.numerator())));
    }

    /// Takes a rounding error off the smallest height.
    private static double notTooSmall(double height) {
        return height < SMALLEST_SIDE && height > SMALLEST_SIDE - 1e-9 ? SMALLEST_SIDE : height;
    }

    private static Overlay largest(Rational ratio, Animated<Point> position, Reading reading) {
        double byWidth = (double) reading.canvasWidth() * ratio.denominator() / ratio.numerator();
        return new Overlay(
                ratio, position, Animated.constant(Math.min(byWidth, reading.canvasHeight())));
    }
}
