package com.autoclipr.composition.json;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The fields of one JSON object. Those that are never asked for are unknown.
public final class Fields {
    private final Json.Fields object;
    private final Reading reading;
    private final Set<String> known = new LinkedHashSet<>();

    private Fields(Json.Fields object, Reading reading) {
        this.object = object;
        this.reading = reading;
    }

    /// The fields of an object; empty, and a problem, if it is something else.
    public static Optional<Fields> of(Json json, Reading reading) {
        if (json instanceof Json.Fields object) {
            return Optional.of(new Fields(object, reading));
        }
        reading.wrongType(json, "object");
        return Optional.empty();
    }

    public JsonLocation location() {
        return object.location();
    }

    public Reading reading() {
        return reading;
    }

    public Optional<Json> find(String name) {
        known.add(name);
        return Optional.ofNullable(object.fields().get(name));
    }

    /// The field, or the whole object if it doesn't have it.
    public Json fieldOrObject(String name) {
        return find(name).orElse(object);
    }

    public boolean has(String name) {
        return object.fields().containsKey(name);
    }

    /// The field; empty, and a problem, if it is missing.
    public Optional<Json> required(String name) {
        if (!has(name)) {
            missing(name);
        }
        return find(name);
    }

    /// Reports a field that is missing.
    public void missing(String name) {
        problem(ProblemKind.MISSING_FIELD, "field", name);
    }

    /// Reports two fields, or values of fields, that exclude each other.
    public void conflict(String first, String second, String reason) {
        problem(ProblemKind.CONFLICT, "first", first, "second", second, "reason", reason);
    }

    /// Reports a problem of the whole object.
    public void problem(ProblemKind kind, String... namesAndValues) {
        reading.diagnostics().problem(kind, location(), namesAndValues);
    }

    /// Accepts every other field, for an object of which too little is known.
    public void ignoreOthers() {
        known.addAll(object.fields().keySet());
    }

    public void reportUnknown() {
        Diagnostics diagnostics = reading.diagnostics();
        for (Map.Entry<String, Json> field : object.fields().entrySet()) {
            String name = field.getKey();
            if (known.contains(name)) {
                continue;
            }
            JsonLocation location = field.getValue().location();
            Optional<String> nearest = diagnostics.nearest(name, known);
            if (nearest.isPresent()) {
                diagnostics.problem(
                        ProblemKind.UNKNOWN_FIELD,
                        location,
                        "field",
                        name,
                        "nearest",
                        nearest.get());
            } else {
                diagnostics.problem(ProblemKind.UNKNOWN_FIELD, location, "field", name);
            }
        }
    }
}
