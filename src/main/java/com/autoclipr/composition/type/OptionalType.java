package com.autoclipr.composition.type;

import com.autoclipr.composition.json.Json;
import com.autoclipr.composition.json.JsonText;
import com.autoclipr.composition.json.Reading;
import java.util.Optional;

/// A value that may be absent: then its property is left out.
public record OptionalType<T>(Type<T> type) implements Type<Optional<T>> {
    @Override
    public Optional<Optional<T>> read(Json json, Reading reading) {
        return type.read(json, reading).flatMap(value -> Optional.of(Optional.of(value)));
    }

    /// @throws java.util.NoSuchElementException if it is absent
    @Override
    public void write(Optional<T> value, JsonText json) {
        type.write(value.orElseThrow(), json);
    }

    @Override
    public Optional<T> rewritten(Optional<T> value, Rewrite rewrite) {
        return value.map(some -> type.rewritten(some, rewrite));
    }
}
