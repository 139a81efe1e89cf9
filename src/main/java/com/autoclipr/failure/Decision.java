package com.autoclipr.failure;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Something that was adapted, assumed or ignored, for the report: nothing is repaired silently.
///
/// @param kind of the decision
/// @param facts values for its sentence, in insertion order, of those that its kind declares; a
///   plain `Map` is read from JSON in the order of the enum
public record Decision(DecisionKind kind, SequencedMap<Fact, String> facts) {
    public Decision {
        facts = Fact.copy(facts);
        assert kind.allows(facts.keySet()) : kind + " does not declare one of " + facts.keySet();
    }

    /// Without facts, which [#with] adds.
    public static Decision of(DecisionKind kind) {
        return new Decision(kind, new LinkedHashMap<>());
    }

    public Decision with(Fact fact, String value) {
        return new Decision(kind, Fact.with(facts, fact, value));
    }
}
