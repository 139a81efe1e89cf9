package com.autoclipr.composition.json;

import com.autoclipr.composition.ProblemKind;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.math.BigDecimal;
import java.util.Optional;

/// Readers of times and frame rates, exact from the file on.
final class Times {
    /// Eleven days and a half.
    static final Rational LONGEST = Rational.of(1_000_000);

    /// Shortest duration, seconds: the finest decimal that is read.
    static final Rational SHORTEST = Rational.of(1, 1_000_000_000);

    /// Digits after the point.
    private static final int MAX_DECIMALS = 9;

    private final Diagnostics findings;

    Times(Diagnostics findings) {
        this.findings = findings;
    }

    /// A time from `min` on.
    ValueReader<Rational> from(Rational min) {
        return json -> {
            Optional<Rational> time =
                    switch (json) {
                        case Json.Decimal number -> decimal(number);
                        case Json.Text text -> text(text);
                        case Json.Fields _,
                                Json.Items _,
                                Json.Flag _,
                                Json.Null _,
                                Json.Refused _ -> {
                            Scalars.wrongType(findings, json, "time");
                            yield Optional.empty();
                        }
                    };
            return time.filter(seconds -> isWithin(seconds, min, json));
        };
    }

    /// Any time, before zero too.
    ValueReader<Rational> any() {
        return from(LONGEST.negate());
    }

    private Optional<Rational> decimal(Json.Decimal number) {
        BigDecimal value = number.value();
        BigDecimal most = new BigDecimal(LONGEST.numerator());
        if (value.abs().compareTo(most) > 0) {
            // Told apart from a fraction before it is turned into one, which may not fit.
            outOfRange(LONGEST.negate(), value.toString(), number);
            return Optional.empty();
        }
        if (value.signum() != 0
                && (value.scale() > JsonTree.MAX_NUMBER * 2
                        || value.stripTrailingZeros().scale() > MAX_DECIMALS)) {
            Scalars.wrongForm(findings, number, "time", value.toString());
            return Optional.empty();
        }
        return Optional.of(value.signum() == 0 ? Rational.ZERO : Rational.of(value));
    }

    private Optional<Rational> text(Json.Text text) {
        Optional<Rational> time = Notation.time(text.value());
        if (time.isEmpty()) {
            Scalars.wrongForm(findings, text, "time", text.value());
        }
        return time;
    }

    private boolean isWithin(Rational seconds, Rational min, Json json) {
        if (seconds.compareTo(min) < 0 || seconds.compareTo(LONGEST) > 0) {
            outOfRange(min, seconds.toDecimal(MAX_DECIMALS), json);
            return false;
        }
        findings.time(json.place(), seconds);
        return true;
    }

    private void outOfRange(Rational min, String actual, Json json) {
        findings.problem(
                ProblemKind.OUT_OF_RANGE,
                json.place(),
                "min",
                min.toDecimal(MAX_DECIMALS),
                "max",
                LONGEST.toString(),
                "actual",
                actual);
    }

    ValueReader<FrameRate> frameRate() {
        return json -> {
            Optional<String> text =
                    switch (json) {
                        case Json.Decimal number -> Optional.of(plain(number.value()));
                        case Json.Text written -> Optional.of(written.value());
                        case Json.Fields _,
                                Json.Items _,
                                Json.Flag _,
                                Json.Null _,
                                Json.Refused _ -> {
                            Scalars.wrongType(findings, json, "frame-rate");
                            yield Optional.empty();
                        }
                    };
            Optional<FrameRate> rate = text.flatMap(Notation::frameRate);
            if (text.isPresent() && rate.isEmpty()) {
                Scalars.wrongForm(findings, json, "frame-rate", text.get());
            }
            return rate;
        };
    }

    /// Without exponent and trailing zeros where that is short, so that `30.0` and `29.970` are
    /// what they look like.
    private static String plain(BigDecimal value) {
        return Math.abs((long) value.scale()) <= JsonTree.MAX_NUMBER
                ? value.stripTrailingZeros().toPlainString()
                : value.toString();
    }
}
