package com.autoclipr.composition.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/// A JSON value and where it stands.
sealed interface Json {
    Place place();

    /// @param fields in the order of the file; of two with the same name, the first
    record Fields(Place place, Map<String, Json> fields) implements Json {}

    record Items(Place place, List<Json> items) implements Json {}

    record Text(Place place, String value) implements Json {}

    /// @param value exactly as written
    record Decimal(Place place, BigDecimal value) implements Json {}

    record Flag(Place place, boolean value) implements Json {}

    record Null(Place place) implements Json {}

    /// A value about which a problem was already reported; whoever meets it says nothing more.
    record Refused(Place place) implements Json {}

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
