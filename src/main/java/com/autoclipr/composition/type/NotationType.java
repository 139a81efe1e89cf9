package com.autoclipr.composition.type;

import com.autoclipr.composition.json.Json;
import com.autoclipr.composition.json.JsonText;
import com.autoclipr.composition.json.Reading;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A text in a notation of its own.
///
/// @param name of the notation, in problems
/// @param pattern ECMA 262 regular expression that every valid text matches, for the schema
/// @param examples valid texts
/// @param parse gives the value of a text; empty for a text of another form
/// @param format gives the text of a value in the normal form
public record NotationType<T>(
        String name,
        String pattern,
        List<String> examples,
        Function<String, Optional<T>> parse,
        Function<T, String> format)
        implements Type<T> {
    @Override
    public Optional<T> read(Json json, Reading reading) {
        if (!(json instanceof Json.Text text)) {
            reading.wrongType(json, name);
            return Optional.empty();
        }
        Optional<T> value = parse.apply(text.value());
        if (value.isEmpty()) {
            reading.wrongForm(json, name, text.value());
        }
        return value;
    }

    @Override
    public void write(T value, JsonText json) {
        json.text(format.apply(value));
    }
}
