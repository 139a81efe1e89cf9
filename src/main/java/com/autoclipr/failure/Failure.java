package com.autoclipr.failure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A failure as a value: its kind and the facts for its sentence, in insertion order.
///
/// Common facts: `file` (path as written in the project), `pointer` (JSON pointer), `layer` (JSON
/// pointer of the layer), `detail` (a token, or a library's message in English), `limit`, `actual`,
/// `path`.
public record Failure(FailureKind kind, Map<String, String> facts) {
    public Failure {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /// @param namesAndValues facts as name, value, name, value…
    public static Failure of(FailureKind kind, String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "facts come in pairs, got " + namesAndValues.length + " texts");
        }
        Map<String, String> facts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            facts.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Failure(kind, facts);
    }

    public Failure with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(facts);
        more.put(name, value);
        return new Failure(kind, more);
    }

    /// The value of a fact; empty if unknown.
    public String fact(String name) {
        return facts.getOrDefault(name, "");
    }

    public FailureException asException() {
        return new FailureException(this, null);
    }
}
