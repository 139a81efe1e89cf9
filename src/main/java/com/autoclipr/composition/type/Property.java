package com.autoclipr.composition.type;

import com.autoclipr.composition.json.Fields;
import com.autoclipr.composition.json.Json;
import com.autoclipr.composition.json.Reading;
import com.autoclipr.composition.type.Fallback.Absent;
import com.autoclipr.composition.type.Fallback.Computed;
import com.autoclipr.composition.type.Fallback.Literal;
import com.autoclipr.composition.type.Fallback.Required;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A property of an object of the format, declared once: reading, the normal form, the JSON Schema,
/// the documentation, random values for tests and the cut to chunks follow from it.
///
/// @param <O> the object
/// @param <T> the property's value
public final class Property<O, T> {
    /// Accepts a value, or reports what is wrong with it.
    @FunctionalInterface
    public interface Check<T> {
        boolean accepts(T value, Json json, Reading reading);
    }

    /// What people and editors learn about a property.
    ///
    /// @param description one sentence
    /// @param unit such as `px` or `s`; empty: that of its type
    /// @param range what of its range the type doesn't say; empty: nothing
    /// @param control suggested control of an editor; empty: that of its type
    /// @param fallback what holds if it isn't given, where that isn't a literal
    public record Notes(
            String description, String unit, String range, String control, String fallback) {
        static final Notes NONE = new Notes("", "", "", "", "");
    }

    /// What a property of a layer means when the layer is cut down to a part of the timeline.
    public enum Role {
        /// Its values count as they are.
        VALUE,
        /// It names the layer. No pixel and no sample depends on it.
        NAME,
        /// The time of the source at the layer's start, seconds.
        SOURCE_TIME,
        /// The file with the layer's pictures or audio.
        SOURCE,
        /// It is heard and never seen.
        AUDIO
    }

    /// Where an editor shows a property.
    public enum Group {
        GENERAL,
        SOURCE,
        TIME,
        TRANSFORM,
        EFFECTS,
        BOX,
        TEXT,
        STYLE,
        AUDIO,
        VIDEO
    }

    private final String name;
    private final Type<T> type;
    private final Function<O, T> of;
    private Fallback<T> fallback = new Required<>();
    private Check<T> check = (_, _, _) -> true;
    private Notes notes = Notes.NONE;
    private Role role = Role.VALUE;
    private Group group = Group.GENERAL;

    private Property(String name, Type<T> type, Function<O, T> of) {
        this.name = name;
        this.type = type;
        this.of = of;
    }

    private Property<O, T> copy() {
        Property<O, T> copy = new Property<>(name, type, of);
        copy.fallback = fallback;
        copy.check = check;
        copy.notes = notes;
        copy.role = role;
        copy.group = group;
        return copy;
    }

    /// A property that has a default, which [#or] or [#orElse] gives.
    ///
    /// @param of gives its value
    public static <O, T> Property<O, T> of(String name, Type<T> type, Function<O, T> of) {
        return new Property<>(name, type, of);
    }

    /// A property that a file has to give.
    public static <O, T> Property<O, T> required(String name, Type<T> type, Function<O, T> of) {
        return of(name, type, of);
    }

    /// A property that may be absent.
    ///
    /// @param absent what holds then, for people
    public static <O, T> Property<O, Optional<T>> optional(
            String name, Type<T> type, Function<O, Optional<T>> of, String absent) {
        Property<O, Optional<T>> property = new Property<>(name, new OptionalType<>(type), of);
        property.fallback = new Absent<>(absent);
        return property;
    }

    /// With a constant default.
    ///
    /// @param literal as a file would write it: a number, or a text
    public Property<O, T> or(Object literal) {
        Property<O, T> copy = copy();
        copy.fallback = Literal.of(literal);
        return copy;
    }

    /// With the default of an object: one that gives nothing.
    ///
    /// @param text where its defaults are described
    public Property<O, T> orDefaults(String text) {
        Property<O, T> copy = or(Map.of());
        copy.notes = new Notes(notes.description, notes.unit, notes.range, notes.control, text);
        return copy;
    }

    /// With a default that follows from other values.
    ///
    /// @param text what it is, for people
    public Property<O, T> orElse(String text, Function<Values, T> value) {
        Property<O, T> copy = copy();
        copy.fallback = new Computed<>(text, value);
        return copy;
    }

    /// With a description of one sentence.
    public Property<O, T> says(String description) {
        Property<O, T> copy = copy();
        copy.notes = new Notes(description, notes.unit, notes.range, notes.control, notes.fallback);
        return copy;
    }

    /// With a unit that the type doesn't have.
    public Property<O, T> unit(String unit) {
        Property<O, T> copy = copy();
        copy.notes = new Notes(notes.description, unit, notes.range, notes.control, notes.fallback);
        return copy;
    }

    /// With a range that the type doesn't have, in words.
    public Property<O, T> range(String range) {
        Property<O, T> copy = copy();
        copy.notes = new Notes(notes.description, notes.unit, range, notes.control, notes.fallback);
        return copy;
    }

    /// With another control than the one that suits its type.
    public Property<O, T> control(String control) {
        Property<O, T> copy = copy();
        copy.notes = new Notes(notes.description, notes.unit, notes.range, control, notes.fallback);
        return copy;
    }

    public Property<O, T> role(Role other) {
        Property<O, T> copy = copy();
        copy.role = other;
        return copy;
    }

    public Property<O, T> in(Group other) {
        Property<O, T> copy = copy();
        copy.group = other;
        return copy;
    }

    /// With a check of each value that a file gives.
    public Property<O, T> checked(Check<T> other) {
        Property<O, T> copy = copy();
        copy.check = other;
        return copy;
    }

    public String name() {
        return name;
    }

    public Type<T> type() {
        return type;
    }

    public T of(O object) {
        return of.apply(object);
    }

    public Fallback<T> fallback() {
        return fallback;
    }

    public boolean isRequired() {
        return fallback instanceof Required;
    }

    public Notes notes() {
        return notes;
    }

    public Role role() {
        return role;
    }

    public Group group() {
        return group;
    }

    /// The value if no file gives one.
    ///
    /// @throws IllegalStateException if it has no default, or one that follows from other values
    public T constantDefault() {
        return fallback(new Reading())
                .orElseThrow(() -> new IllegalStateException(name + " has no constant default"));
    }

    /// The default that doesn't follow from other values.
    @SuppressWarnings("unchecked") // an optional property's value is optional
    private Optional<T> fallback(Reading reading) {
        return switch (fallback) {
            case Required<T> _, Computed<T> _ -> Optional.empty();
            case Absent<?> _ -> Optional.of((T) Optional.empty());
            case Literal<T>(Json json) -> type.read(json, reading);
        };
    }

    /// Reads the property of an object. One that is wrong has its default, so that the rest is
    /// checked too.
    ///
    /// @param complete whether every property declared before has a value
    /// @return empty if it is wrong or missing and has no default
    Optional<T> read(Fields fields, Values values, boolean complete) {
        Reading reading = fields.reading();
        Optional<Json> json = isRequired() ? fields.required(name) : fields.find(name);
        Optional<T> given =
                json.flatMap(
                        there ->
                                type.read(there, reading)
                                        .filter(value -> check.accepts(value, there, reading)));
        if (given.isPresent()) {
            return given;
        }
        return fallback instanceof Computed<T> computed
                ? Optional.of(computed).filter(_ -> complete).map(c -> c.value().apply(values))
                : fallback(reading);
    }
}
