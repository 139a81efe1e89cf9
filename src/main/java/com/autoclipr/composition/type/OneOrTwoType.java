package com.autoclipr.composition.type;

import com.autoclipr.composition.json.Json;
import com.autoclipr.composition.json.JsonText;
import com.autoclipr.composition.json.Reading;
import com.autoclipr.composition.value.Point;
import java.util.Optional;

/// One value for both directions, or `{x, y}`.
///
/// @param definition in the schema; its name says in problems what was expected
/// @param x of a single value, across
/// @param y of a single value, down
/// @param both the object of two
public record OneOrTwoType(
        Definition definition, Type<Double> x, Type<Double> y, ObjectType<Point> both)
        implements Type<Point> {
    @Override
    public Optional<Point> read(Json json, Reading reading) {
        return switch (json) {
            case Json.Fields _ -> both.read(json, reading);
            case Json.Decimal _, Json.Text _ ->
                    x.read(json, reading)
                            .flatMap(
                                    across ->
                                            y.read(json, reading)
                                                    .map(down -> new Point(across, down)));
            case Json.Items _, Json.Flag _, Json.Null _, Json.Refused _ -> {
                reading.wrongType(json, definition.name());
                yield Optional.empty();
            }
        };
    }

    @Override
    public void write(Point value, JsonText json) {
        both.write(value, json);
    }

    @Override
    public boolean isWrittenAsObject() {
        return true;
    }
}
