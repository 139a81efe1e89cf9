package com.autoclipr.composition.type;

import com.autoclipr.composition.json.Json;
import com.autoclipr.composition.json.JsonText;
import com.autoclipr.composition.json.Reading;
import java.util.Optional;

/// A value, or the text `none`.
public record NoneOrType<T>(Type<T> type) implements Type<Optional<T>> {
    public static final String NONE = "none";

    @Override
    public Optional<Optional<T>> read(Json json, Reading reading) {
        return json instanceof Json.Text text && text.value().equals(NONE)
                ? Optional.of(Optional.empty())
                : type.read(json, reading).flatMap(value -> Optional.of(Optional.of(value)));
    }

    @Override
    public void write(Optional<T> value, JsonText json) {
        if (value.isPresent()) {
            type.write(value.get(), json);
        } else {
            json.text(NONE);
        }
    }

    @Override
    public Optional<T> rewritten(Optional<T> value, Rewrite rewrite) {
        return value.map(some -> type.rewritten(some, rewrite));
    }
}
