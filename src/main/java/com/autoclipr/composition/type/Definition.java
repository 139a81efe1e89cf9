package com.autoclipr.composition.type;

import java.util.List;

/// A named part of the JSON Schema (`$defs`).
///
/// @param name in the schema
/// @param title a few words for people
/// @param description one sentence
/// @param examples JSON literals, such as `12.5` or `"50%"`
public record Definition(String name, String title, String description, List<String> examples) {
    public static Definition of(String name, String title, String description, String... examples) {
        return new Definition(name, title, description, List.of(examples));
    }
}
