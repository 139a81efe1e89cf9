package com.autoclipr.composition.json;

import com.autoclipr.composition.value.Notation;
import java.math.BigDecimal;
import java.util.Optional;

/// Bounds of numbers, exactly as they are written.
public final class Numbers {
    private Numbers() {}

    /// `value` as the nearest double if it is between two bounds, both included.
    public static Optional<Double> within(
            BigDecimal value, double min, double max, Json json, Reading reading) {
        if (value.compareTo(BigDecimal.valueOf(min)) < 0
                || value.compareTo(BigDecimal.valueOf(max)) > 0) {
            reading.outOfRange(json, plain(min), plain(max), value.toString());
            return Optional.empty();
        }
        return Optional.of(Notation.toDouble(value));
    }

    /// Without exponent and trailing zeros.
    public static String plain(double bound) {
        return BigDecimal.valueOf(bound).stripTrailingZeros().toPlainString();
    }
}
