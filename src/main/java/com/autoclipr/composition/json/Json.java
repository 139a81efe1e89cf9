package com.autoclipr.composition.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// A JSON value and where it stands.
sealed interface Json {
    JsonLocation place();

    /// @param fields in the order of the file; of two with the same name, the first
    record Fields(JsonLocation place, Map<String, Json> fields) implements Json {}

    record Items(JsonLocation place, List<Json> items) implements Json {}

    record Text(JsonLocation place, String value) implements Json {}

    /// @param value exactly as written
    record Decimal(JsonLocation place, BigDecimal value) implements Json {}

    record Flag(JsonLocation place, boolean value) implements Json {}

    record Null(JsonLocation place) implements Json {}

    /// A value about which a problem was already reported; whoever meets it says nothing more.
    record Refused(JsonLocation place) implements Json {}

    /// What it is, as the facts of a problem name it.
    default String typeName() {
        return switch (this) {
            case Fields _ -> "object";
            case Items _ -> "list";
            case Text _ -> "text";
            case Decimal _ -> "number";
            case Flag _ -> "boolean";
            case Null _ -> "null";
            case Refused _ -> "refused";
        };
    }
}
