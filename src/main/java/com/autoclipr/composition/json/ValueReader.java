package com.autoclipr.composition.json;

import java.util.Optional;
import java.util.function.Function;

/// Turns a JSON value into a value of the composition.
@FunctionalInterface
interface ValueReader<T> {
    /// The value; nothing if a problem was reported.
    Optional<T> read(Json json);

    default <R> ValueReader<R> map(Function<T, R> change) {
        return json -> read(json).map(change);
    }
}
