package com.autoclipr.composition.json;

import com.autoclipr.composition.Colour;
import com.autoclipr.composition.ProblemKind;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/// Readers of numbers, texts, names and colours.
final class Scalars {
    /// Numbers nearer to zero than `10^-400` are zero as a `double`.
    private static final int SMALLEST_EXPONENT = -400;

    private final Diagnostics findings;

    Scalars(Diagnostics findings) {
        this.findings = findings;
    }

    static void wrongType(Diagnostics findings, Json json, String expected) {
        if (!(json instanceof Json.Refused)) {
            findings.problem(
                    ProblemKind.WRONG_TYPE,
                    json.place(),
                    "expected",
                    expected,
                    "actual",
                    json.typeName());
        }
    }

    static void wrongForm(Diagnostics findings, Json json, String expected, String actual) {
        findings.problem(
                ProblemKind.WRONG_FORM, json.place(), "expected", expected, "actual", actual);
    }

    /// A finite number between two bounds, both included.
    ValueReader<Double> number(double min, double max) {
        return json -> {
            if (!(json instanceof Json.Decimal number)) {
                wrongType(findings, json, "number");
                return Optional.empty();
            }
            return within(number.value(), min, max, number);
        };
    }

    /// A whole number between two bounds, both included. `1.0` is whole.
    ValueReader<Integer> whole(int min, int max) {
        return json -> {
            if (!(json instanceof Json.Decimal number)) {
                wrongType(findings, json, "whole-number");
                return Optional.empty();
            }
            Optional<Double> value = within(number.value(), min, max, number);
            if (value.isPresent() && value.get() != Math.rint(value.get())) {
                wrongForm(findings, json, "whole-number", number.value().toString());
                return Optional.empty();
            }
            return value.map(Double::intValue);
        };
    }

    /// `value` as the nearest double if it is between two bounds, both included.
    Optional<Double> within(BigDecimal value, double min, double max, Json json) {
        if (value.compareTo(BigDecimal.valueOf(min)) < 0
                || value.compareTo(BigDecimal.valueOf(max)) > 0) {
            findings.problem(
                    ProblemKind.OUT_OF_RANGE,
                    json.place(),
                    "min",
                    plain(min),
                    "max",
                    plain(max),
                    "actual",
                    value.toString());
            return Optional.empty();
        }
        return Optional.of(toDouble(value));
    }

    /// The nearest double; never `-0.0`, so that equal numbers are equal values.
    static double toDouble(BigDecimal value) {
        boolean tiny = (long) value.precision() - value.scale() < SMALLEST_EXPONENT;
        return tiny ? 0 : value.doubleValue() + 0.0;
    }

    static String plain(double bound) {
        return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }

    /// A text of at most `maxCharacters`.
    ValueReader<String> text(int maxCharacters) {
        return json -> {
            if (!(json instanceof Json.Text text)) {
                wrongType(findings, json, "text");
                return Optional.empty();
            }
            if (text.value().length() > maxCharacters) {
                findings.problem(
                        ProblemKind.TOO_LARGE,
                        json.place(),
                        "limit",
                        Integer.toString(maxCharacters),
                        "unit",
                        "characters");
                return Optional.empty();
            }
            return Optional.of(text.value());
        };
    }

    /// A text of at most `maxCharacters` with something to see in it and no control characters.
    ValueReader<String> line(int maxCharacters, String form) {
        return json ->
                text(maxCharacters)
                        .read(json)
                        .filter(
                                value -> {
                                    boolean good =
                                            !value.isBlank()
                                                    && value.chars()
                                                            .noneMatch(Character::isISOControl);
                                    if (!good) {
                                        wrongForm(findings, json, form, value);
                                    }
                                    return good;
                                });
    }

    /// One of some names.
    <T> ValueReader<T> choice(Map<String, T> choices) {
        return json -> {
            if (!(json instanceof Json.Text text)) {
                wrongType(findings, json, "text");
                return Optional.empty();
            }
            T chosen = choices.get(text.value());
            if (chosen == null) {
                notAllowed(findings, text, choices);
            }
            return Optional.ofNullable(chosen);
        };
    }

    static void notAllowed(Diagnostics findings, Json.Text text, Map<String, ?> choices) {
        String allowed = String.join(", ", choices.keySet());
        String actual = text.value();
        findings.nearest(actual, choices.keySet())
                .ifPresentOrElse(
                        nearest ->
                                findings.problem(
                                        ProblemKind.NOT_ALLOWED,
                                        text.place(),
                                        "allowed",
                                        allowed,
                                        "actual",
                                        actual,
                                        "nearest",
                                        nearest),
                        () ->
                                findings.problem(
                                        ProblemKind.NOT_ALLOWED,
                                        text.place(),
                                        "allowed",
                                        allowed,
                                        "actual",
                                        actual));
    }

    ValueReader<Colour> colour() {
        return json -> {
            if (!(json instanceof Json.Text text)) {
                wrongType(findings, json, "colour");
                return Optional.empty();
            }
            Optional<Colour> colour = Notation.colour(text.value());
            if (colour.isEmpty()) {
                wrongColour(text);
            }
            return colour;
        };
    }

    private void wrongColour(Json.Text text) {
        String actual = text.value();
        findings.nearest(actual, ColourNames.ALL.keySet())
                .ifPresentOrElse(
                        nearest ->
                                findings.problem(
                                        ProblemKind.WRONG_FORM,
                                        text.place(),
                                        "expected",
                                        "colour",
                                        "actual",
                                        actual,
                                        "nearest",
                                        nearest),
                        () -> wrongForm(findings, text, "colour", actual));
    }

    /// A colour without transparency.
    ValueReader<Colour> opaqueColour() {
        return json ->
                colour().read(json)
                        .filter(
                                colour -> {
                                    boolean opaque = colour.alpha() == 255;
                                    if (!opaque) {
                                        wrongForm(
                                                findings, json, "opaque-colour", colour.toString());
                                    }
                                    return opaque;
                                });
    }
}
