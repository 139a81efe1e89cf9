package com.autoclipr.composition.type;

import com.autoclipr.composition.json.Json;
import com.autoclipr.composition.json.JsonText;
import com.autoclipr.composition.json.Numbers;
import com.autoclipr.composition.json.Reading;
import java.util.Optional;

/// A whole number between two bounds, both included. `1.0` is whole.
///
/// @param step 1, or 2 for even numbers
public record WholeType(int min, int max, int step) implements Type<Integer> {
    public WholeType {
        if (step != 1 && step != 2) {
            throw new IllegalArgumentException("a step of 1 or 2, not " + step);
        }
    }

    public static WholeType of(int min, int max) {
        return new WholeType(min, max, 1);
    }

    public static WholeType even(int min, int max) {
        return new WholeType(min, max, 2);
    }

    @Override
    public Optional<Integer> read(Json json, Reading reading) {
        if (!(json instanceof Json.Decimal number)) {
            reading.wrongType(json, "whole-number");
            return Optional.empty();
        }
        Optional<Double> value = Numbers.within(number.value(), min, max, number, reading);
        if (value.isPresent() && value.get() != Math.rint(value.get())) {
            reading.wrongForm(json, "whole-number", number.value().toString());
            return Optional.empty();
        }
        if (value.isPresent() && value.get() % step != 0) {
            reading.wrongForm(json, "even-number", Integer.toString(value.get().intValue()));
            return Optional.empty();
        }
        return value.map(Double::intValue);
    }

    @Override
    public void write(Integer value, JsonText json) {
        json.number(value);
    }
}
