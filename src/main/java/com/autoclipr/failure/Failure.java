package com.autoclipr.failure;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// A failure as a value.
///
/// @param facts values for its sentence, in insertion order, of those that its kind declares; a
///   plain `Map` is read from JSON in the order of the enum
public record Failure(FailureKind kind, SequencedMap<Fact, String> facts) {
    public Failure {
        facts = Fact.copy(facts);
        assert kind.allows(facts.keySet()) : kind + " does not declare one of " + facts.keySet();
    }

    /// Without facts, which [#with] adds.
    public static Failure of(FailureKind kind) {
        return new Failure(kind, new LinkedHashMap<>());
    }

    public Failure with(Fact fact, String value) {
        return new Failure(kind, Fact.with(facts, fact, value));
    }

    /// The value of a fact; empty if unknown.
    public String fact(Fact fact) {
        return facts.getOrDefault(fact, "");
    }

    public FailureException asException() {
        return new FailureException(this, null);
    }
}
