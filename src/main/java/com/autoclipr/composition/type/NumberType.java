package com.autoclipr.composition.type;

import com.autoclipr.composition.json.Json;
import com.autoclipr.composition.json.JsonText;
import com.autoclipr.composition.json.Numbers;
import com.autoclipr.composition.json.Reading;
import java.util.Optional;

/// A number between two bounds, both included.
///
/// @param name of what it measures, such as `opacity`
public record NumberType(String name, double min, double max) implements Type<Double> {
    @Override
    public Optional<Double> read(Json json, Reading reading) {
        if (!(json instanceof Json.Decimal number)) {
            reading.wrongType(json, "number");
            return Optional.empty();
        }
        return Numbers.within(number.value(), min, max, number, reading);
    }

    @Override
    public void write(Double value, JsonText json) {
        json.number(value);
    }
}
