package com.autoclipr.composition.json;

import com.autoclipr.composition.Anchor;
import com.autoclipr.composition.Point;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Readers of lengths: numbers are canvas pixels, `"50%"` is a part of the canvas, `"100% - 40"` a
/// part and pixels. Parts are resolved at once.
final class Lengths {
    /// How far from the canvas' origin anything may lie, pixels.
    static final double FARTHEST = 1_000_000;

    /// The largest box, pixels.
    static final double LARGEST = 100_000;

    private static final String NUMBER = "\\d{1,20}(?:\\.\\d{1,400})?(?:[eE][+-]?\\d{1,3})?";
    private static final Pattern PARTS =
            Pattern.compile("(-?" + NUMBER + ")%(?: ?([+-]) ?(" + NUMBER + "))?");

    private final Diagnostics findings;
    private final Scalars scalars;
    private final int width;
    private final int height;

    /// @param width of the canvas, pixels
    /// @param height of the canvas, pixels
    Lengths(Diagnostics findings, int width, int height) {
        this.findings = findings;
        this.scalars = new Scalars(findings);
        this.width = width;
        this.height = height;
    }

    /// A part of something and pixels.
    private record Parts(BigDecimal part, BigDecimal pixels) {
        BigDecimal of(int whole) {
            return part.multiply(BigDecimal.valueOf(whole)).add(pixels);
        }
    }

    int canvasWidth() {
        return width;
    }

    int canvasHeight() {
        return height;
    }

    /// Pixels; parts are of the canvas' width.
    ValueReader<Double> ofWidth(double min, double max) {
        return json -> parts(json).flatMap(p -> scalars.within(p.of(width), min, max, json));
    }

    /// Pixels; parts are of the canvas' height.
    ValueReader<Double> ofHeight(double min, double max) {
        return json -> parts(json).flatMap(p -> scalars.within(p.of(height), min, max, json));
    }

    /// `{x, y}` on the canvas.
    ValueReader<Point> point() {
        return FieldReader.object(
                findings,
                fields ->
                        new Point(
                                fields.require("x", 0.0, ofWidth(-FARTHEST, FARTHEST)),
                                fields.require("y", 0.0, ofHeight(-FARTHEST, FARTHEST))));
    }

    /// `{x, y}` in a layer's box, whose size is not known here, or the name of a place in it.
    ValueReader<Anchor> anchor() {
        ValueReader<Anchor> placed = FieldReader.object(findings, this::anchorFields);
        ValueReader<Anchor> named = scalars.choice(Names.ANCHORS);
        return json ->
                switch (json) {
                    case Json.Fields _ -> placed.read(json);
                    case Json.Text _ -> named.read(json);
                    case Json.Items _, Json.Decimal _, Json.Flag _, Json.Null _, Json.Refused _ -> {
                        Scalars.wrongType(findings, json, "anchor");
                        yield Optional.empty();
                    }
                };
    }

    private Anchor anchorFields(FieldReader fields) {
        Parts none = new Parts(BigDecimal.ZERO, BigDecimal.ZERO);
        Parts x = fields.require("x", none, this::anchorParts);
        Parts y = fields.require("y", none, this::anchorParts);
        return new Anchor(
                Scalars.toDouble(x.part),
                Scalars.toDouble(x.pixels),
                Scalars.toDouble(y.part),
                Scalars.toDouble(y.pixels));
    }

    private Optional<Parts> anchorParts(Json json) {
        return parts(json)
                .filter(
                        parts ->
                                scalars.within(parts.part, -FARTHEST, FARTHEST, json).isPresent()
                                        && scalars.within(parts.pixels, -FARTHEST, FARTHEST, json)
                                                .isPresent());
    }

    private Optional<Parts> parts(Json json) {
        return switch (json) {
            case Json.Decimal number -> pixels(number);
            case Json.Text text -> written(text);
            case Json.Fields _, Json.Items _, Json.Flag _, Json.Null _, Json.Refused _ -> {
                Scalars.wrongType(findings, json, "length");
                yield Optional.empty();
            }
        };
    }

    private Optional<Parts> pixels(Json.Decimal number) {
        // Checked before any arithmetic: adding numbers of very different sizes is slow.
        return scalars.within(number.value(), -FARTHEST, FARTHEST, number)
                .map(_ -> new Parts(BigDecimal.ZERO, tame(number.value())));
    }

    private Optional<Parts> written(Json.Text text) {
        Matcher matcher = PARTS.matcher(text.value());
        if (!matcher.matches()) {
            Scalars.wrongForm(findings, text, "length", text.value());
            return Optional.empty();
        }
        BigDecimal part = new BigDecimal(matcher.group(1)).movePointLeft(2);
        BigDecimal pixels =
                matcher.group(3) == null ? BigDecimal.ZERO : new BigDecimal(matcher.group(3));
        return Optional.of(
                new Parts(part, "-".equals(matcher.group(2)) ? pixels.negate() : pixels));
    }

    private static BigDecimal tame(BigDecimal value) {
        return Scalars.toDouble(value) == 0 ? BigDecimal.ZERO : value;
    }

    /// One value for both directions, or `{x, y}`.
    ///
    /// @param expected what a problem names as expected where it is neither
    ValueReader<Point> oneOrTwo(ValueReader<Double> x, ValueReader<Double> y, String expected) {
        ValueReader<Point> two =
                FieldReader.object(
                        findings,
                        fields ->
                                new Point(
                                        fields.require("x", 0.0, x), fields.require("y", 0.0, y)));
        return json ->
                switch (json) {
                    case Json.Fields _ -> two.read(json);
                    case Json.Decimal _, Json.Text _ ->
                            x.read(json).flatMap(a -> y.read(json).map(b -> new Point(a, b)));
                    case Json.Items _, Json.Flag _, Json.Null _, Json.Refused _ -> {
                        Scalars.wrongType(findings, json, expected);
                        yield Optional.empty();
                    }
                };
    }
}
