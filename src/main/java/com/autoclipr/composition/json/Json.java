package com.autoclipr.composition.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// A JSON value and its location.
public sealed interface Json {
    JsonLocation location();

    /// @param fields in the order of the file; of two with the same name, the first
    record Fields(JsonLocation location, Map<String, Json> fields) implements Json {}

    record Items(JsonLocation location, List<Json> items) implements Json {}

    record Text(JsonLocation location, String value) implements Json {}

    /// @param value exactly as written
    record Decimal(JsonLocation location, BigDecimal value) implements Json {}

    record Flag(JsonLocation location, boolean value) implements Json {}

    record Null(JsonLocation location) implements Json {}

    /// A value about which a problem has been reported already; no more are.
    record Refused(JsonLocation location) implements Json {}

    /// Its type, as the facts of a problem name it.
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
