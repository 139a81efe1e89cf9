package com.autoclipr.composition.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// One thing that is wrong with a project file.
///
/// @param kind what
/// @param pointer JSON pointer (RFC 6901) of the value concerned (an unknown or repeated field
///   itself); of the object around it for a missing field
/// @param facts what a sentence about it needs
public record Problem(ProblemKind kind, String pointer, Map<String, String> facts) {
    public Problem {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /// A problem with facts given as name, value, name, value…
    public static Problem of(ProblemKind kind, String pointer, String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "facts come in pairs, got " + namesAndValues.length + " texts");
        }
        Map<String, String> facts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            facts.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Problem(kind, pointer, facts);
    }
}
