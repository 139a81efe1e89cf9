package com.autoclipr.composition.type;

import com.autoclipr.composition.json.Json;
import com.autoclipr.composition.json.JsonText;
import com.autoclipr.composition.json.JsonTree;
import com.autoclipr.composition.json.Reading;
import com.autoclipr.composition.value.Notation;
import com.autoclipr.time.Rational;
import java.math.BigDecimal;
import java.util.Optional;

/// A time in seconds, exact from the file on. Every time read takes part in the check that all
/// times of the project can be computed with exactly.
///
/// @param definition in the schema
/// @param min earliest, seconds
public record TimeType(Definition definition, Rational min) implements Type<Rational> {
    /// Eleven days and a half.
    public static final Rational LONGEST = Rational.of(1_000_000);

    /// Digits after the point.
    private static final int MAX_DECIMALS = 9;

    /// Also before zero.
    public static final TimeType ANY =
            new TimeType(
                    Definition.of(
                            "time",
                            "Time",
                            "Seconds: a number with at most nine decimals, \"mm:ss.mmm\","
                                    + " \"hh:mm:ss.mmm\", or a fraction \"n/d\". Kept exactly.",
                            "12.5",
                            "\"01:02.500\"",
                            "\"1001/30000\""),
                    LONGEST.negate());

    public static final TimeType FROM_ZERO =
            new TimeType(
                    Definition.of(
                            "timeFromZero",
                            "Time, not before zero",
                            "As a time, and not negative.",
                            "0",
                            "\"02:30\""),
                    Rational.ZERO);

    /// Above zero: at least the finest decimal that is read.
    public static final TimeType DURATION =
            new TimeType(
                    Definition.of(
                            "duration",
                            "Duration",
                            "As a time, and longer than zero.",
                            "4",
                            "\"1001/30000\""),
                    Rational.of(1, 1_000_000_000));

    @Override
    public Optional<Rational> read(Json json, Reading reading) {
        Optional<Rational> time =
                switch (json) {
                    case Json.Decimal number -> decimal(number, reading);
                    case Json.Text text -> text(text, reading);
                    case Json.Fields _, Json.Items _, Json.Flag _, Json.Null _, Json.Refused _ -> {
                        reading.wrongType(json, "time");
                        yield Optional.empty();
                    }
                };
        return time.filter(seconds -> isWithin(seconds, json, reading));
    }

    private Optional<Rational> decimal(Json.Decimal number, Reading reading) {
        BigDecimal value = number.value();
        BigDecimal most = new BigDecimal(LONGEST.numerator());
        if (value.abs().compareTo(most) > 0) {
            // Before it becomes a fraction, which may not fit.
            outOfRange(LONGEST.negate(), value.toString(), number, reading);
            return Optional.empty();
        }
        if (value.signum() != 0
                && (value.scale() > JsonTree.MAX_NUMBER * 2
                        || value.stripTrailingZeros().scale() > MAX_DECIMALS)) {
            reading.wrongForm(number, "time", value.toString());
            return Optional.empty();
        }
        return Optional.of(value.signum() == 0 ? Rational.ZERO : Rational.of(value));
    }

    private static Optional<Rational> text(Json.Text text, Reading reading) {
        Optional<Rational> time = Notation.time(text.value());
        if (time.isEmpty()) {
            reading.wrongForm(text, "time", text.value());
        }
        return time;
    }

    private boolean isWithin(Rational seconds, Json json, Reading reading) {
        if (seconds.compareTo(min) < 0 || seconds.compareTo(LONGEST) > 0) {
            outOfRange(min, seconds.toDecimal(MAX_DECIMALS), json, reading);
            return false;
        }
        reading.diagnostics().time(json.location(), seconds);
        return true;
    }

    private static void outOfRange(Rational min, String actual, Json json, Reading reading) {
        reading.outOfRange(json, min.toDecimal(MAX_DECIMALS), LONGEST.toString(), actual);
    }

    @Override
    public void write(Rational value, JsonText json) {
        json.rational(value);
    }
}
