package com.autoclipr.composition.json;

import com.autoclipr.composition.ProblemKind;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Reads the fields of one object: each is asked for by name, and what nobody asked for is unknown.
final class FieldReader {
    private final Diagnostics findings;
    private final Json.Fields object;
    private final Set<String> known = new LinkedHashSet<>();

    private FieldReader(Diagnostics findings, Json.Fields object) {
        this.findings = findings;
        this.object = object;
    }

    /// Reads an object with `body`; whatever is wrong with its fields, `body` gives a value (of
    /// stand-ins where a field is wrong).
    static <T> ValueReader<T> object(Diagnostics findings, Function<FieldReader, T> body) {
        return json -> {
            if (!(json instanceof Json.Fields object)) {
                Scalars.wrongType(findings, json, "object");
                return Optional.empty();
            }
            FieldReader fields = new FieldReader(findings, object);
            T value = body.apply(fields);
            fields.reportUnknown();
            return Optional.of(value);
        };
    }

    JsonLocation place() {
        return object.place();
    }

    Diagnostics findings() {
        return findings;
    }

    /// The field as it stands, if it is there.
    Optional<Json> raw(String name) {
        known.add(name);
        return Optional.ofNullable(object.fields().get(name));
    }

    boolean has(String name) {
        return raw(name).isPresent();
    }

    /// The field's value; nothing if it is not there or wrong.
    <T> Optional<T> find(String name, ValueReader<T> reader) {
        return raw(name).flatMap(reader::read);
    }

    /// The field's value, or `otherwise` if it is not there or wrong.
    <T> T get(String name, T otherwise, ValueReader<T> reader) {
        return find(name, reader).orElse(otherwise);
    }

    /// The field's value; `standIn` if it is wrong or, which is a problem, not there.
    <T> T require(String name, T standIn, ValueReader<T> reader) {
        return requireOptional(name, reader).orElse(standIn);
    }

    /// The field's value; nothing if it is wrong or, which is a problem, not there.
    <T> Optional<T> requireOptional(String name, ValueReader<T> reader) {
        if (!has(name)) {
            findings.problem(ProblemKind.MISSING_FIELD, place(), "field", name);
        }
        return find(name, reader);
    }

    /// Takes every other field as it is, for an object of which nothing can be said.
    void ignoreOthers() {
        known.addAll(object.fields().keySet());
    }

    private void reportUnknown() {
        for (Map.Entry<String, Json> field : object.fields().entrySet()) {
            String name = field.getKey();
            if (known.contains(name)) {
                continue;
            }
            JsonLocation place = field.getValue().place();
            findings.nearest(name, known)
                    .ifPresentOrElse(
                            nearest ->
                                    findings.problem(
                                            ProblemKind.UNKNOWN_FIELD,
                                            place,
                                            "field",
                                            name,
                                            "nearest",
                                            nearest),
                            () ->
                                    findings.problem(
                                            ProblemKind.UNKNOWN_FIELD, place, "field", name));
        }
    }
}
