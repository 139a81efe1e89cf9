package com.autoclipr.failure;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// Something that was adapted, assumed or ignored, for the report: nothing is repaired silently.
///
/// @param kind of the decision
/// @param facts values for its sentence, in insertion order; `file` and `layer` (JSON pointer)
///   where they apply
public record Decision(DecisionKind kind, Map<String, String> facts) {
    public Decision {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /// @param namesAndValues facts as name, value, name, value…
    public static Decision of(DecisionKind kind, String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "facts come in pairs, got " + namesAndValues.length + " texts");
        }
        Map<String, String> facts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            facts.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Decision(kind, facts);
    }

    public Decision with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(facts);
        more.put(name, value);
        return new Decision(kind, more);
    }
}
