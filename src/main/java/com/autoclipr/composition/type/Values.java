package com.autoclipr.composition.type;

import com.autoclipr.composition.json.Fields;
import com.autoclipr.composition.json.JsonLocation;
import com.autoclipr.composition.json.Reading;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The values of an object's properties, of which the object is made.
public final class Values {
    private final Map<String, Object> byName = new HashMap<>();
    private final Optional<Fields> fields;
    private final String pointer;
    private final int problemsBefore;

    private Values(Optional<Fields> fields, String pointer) {
        this.fields = fields;
        this.pointer = pointer;
        this.problemsBefore = problems(fields);
    }

    /// Values that are read from a file.
    static Values of(Fields fields) {
        return new Values(Optional.of(fields), fields.location().pointer());
    }

    /// Values that come from somewhere else.
    ///
    /// @param pointer JSON pointer of the object
    public static Values at(String pointer) {
        return new Values(Optional.empty(), pointer);
    }

    /// @throws IllegalStateException if it has no value yet
    @SuppressWarnings("unchecked") // put only with the property's own type
    public <T> T get(Property<?, T> property) {
        Object value = byName.get(property.name());
        if (value == null) {
            throw new IllegalStateException(property.name() + " is declared later");
        }
        return (T) value;
    }

    /// A part of the object, which is made of properties of the same object.
    public <T> T get(ObjectType<T> part) {
        return part.make(this).orElseThrow();
    }

    public <T> Values put(Property<?, T> property, T value) {
        byName.put(property.name(), value);
        return this;
    }

    /// JSON pointer of the object.
    public String pointer() {
        return pointer;
    }

    /// Of the object in the file.
    ///
    /// @throws java.util.NoSuchElementException if it isn't read from one
    public JsonLocation location() {
        return fields.orElseThrow().location();
    }

    /// Where the object is read from; empty if it isn't.
    public Optional<Fields> fields() {
        return fields;
    }

    private static int problems(Optional<Fields> fields) {
        return fields.map(there -> there.reading().diagnostics().problemCount()).orElse(0);
    }

    /// Whether no problem was found in the object so far.
    public boolean isFlawless() {
        return problems(fields) == problemsBefore;
    }

    /// The size of the canvas and the problems of the file.
    ///
    /// @throws java.util.NoSuchElementException if it isn't read from one
    public Reading reading() {
        return fields.orElseThrow().reading();
    }
}
