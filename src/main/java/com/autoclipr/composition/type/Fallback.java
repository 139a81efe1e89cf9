package com.autoclipr.composition.type;

import com.autoclipr.composition.json.Json;
import com.autoclipr.composition.json.JsonLocation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The value of a property that a file doesn't give.
public sealed interface Fallback<T> {
    /// There is none: the file has to give it.
    record Required<T>() implements Fallback<T> {}

    /// It is absent.
    ///
    /// @param text what holds then, for people
    record Absent<T>(String text) implements Fallback<Optional<T>> {}

    /// A constant, as a file would write it.
    record Literal<T>(Json json) implements Fallback<T> {
        /// @param value a number, a text, an empty list, or an empty map for an object with nothing
        ///   but defaults
        static <T> Literal<T> of(Object value) {
            return new Literal<>(
                    switch (value) {
                        case Integer whole ->
                                new Json.Decimal(JsonLocation.ROOT, BigDecimal.valueOf(whole));
                        case Double number ->
                                new Json.Decimal(JsonLocation.ROOT, BigDecimal.valueOf(number));
                        case String text -> new Json.Text(JsonLocation.ROOT, text);
                        case List<?> _ -> new Json.Items(JsonLocation.ROOT, List.of());
                        case Map<?, ?> _ -> new Json.Fields(JsonLocation.ROOT, Map.of());
                        default -> throw new IllegalArgumentException("no literal: " + value);
                    });
        }

        /// As JSON has it; empty for an object.
        public Optional<String> text() {
            return switch (json) {
                case Json.Decimal number -> Optional.of(number.value().toPlainString());
                case Json.Text text -> Optional.of('"' + text.value() + '"');
                case Json.Items _ -> Optional.of("[]");
                case Json.Fields _, Json.Flag _, Json.Null _, Json.Refused _ -> Optional.empty();
            };
        }
    }

    /// Follows from other values. Those of properties that were declared before are known.
    ///
    /// @param text what it is, for people
    record Computed<T>(String text, Function<Values, T> value) implements Fallback<T> {}
}
