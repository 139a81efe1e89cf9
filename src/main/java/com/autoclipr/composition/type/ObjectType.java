package com.autoclipr.composition.type;

import com.autoclipr.composition.json.Fields;
import com.autoclipr.composition.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// An object with a fixed set of properties.
///
/// A record whose fields belong to the same JSON object as those of the record around it is a part:
/// its type is declared once and added to every object that has it.
public final class ObjectType<R> implements FieldsType<R> {
    /// A field that is the same in every object of the type.
    public record Constant(String name, String value, String description) {}

    /// A property, and how it is got from the object, be it by way of a part.
    ///
    /// @param <R> the object
    /// @param <T> the property's value
    public record Member<R, T>(Property<?, T> property, Function<R, T> of) {
        private boolean read(Fields fields, Values values, boolean complete) {
            Optional<T> value = property.read(fields, values, complete);
            value.ifPresent(found -> values.put(property, found));
            return value.isPresent();
        }

        private void write(R object, JsonText json) {
            T value = of.apply(object);
            if (!(value instanceof Optional<?> absent
                    && absent.isEmpty()
                    && property.type() instanceof OptionalType)) {
                json.field(property.name());
                property.type().write(value, json);
            }
        }

        private void rewrite(R object, Rewrite rewrite, Values into) {
            into.put(property, rewrite.property(property, of.apply(object)));
        }
    }

    private final Definition definition;
    private final List<Constant> constants;
    private final List<Member<R, ?>> members;
    private final Function<Values, Optional<R>> maker;
    private final String rules;

    private ObjectType(Builder<R> declared, Function<Values, Optional<R>> maker) {
        this.definition = declared.definition;
        this.constants = List.copyOf(declared.constants);
        this.members = List.copyOf(declared.members);
        this.maker = maker;
        this.rules = declared.rules;
    }

    /// Begins a declaration.
    ///
    /// @param name in the schema's definitions; empty for one that has none of its own
    public static <R> Builder<R> define(String name, String title, String description) {
        return new Builder<>(Definition.of(name, title, description));
    }

    /// A declaration in progress.
    public static final class Builder<R> {
        private final Definition definition;
        private final List<Constant> constants = new ArrayList<>();
        private final List<Member<R, ?>> members = new ArrayList<>();
        private String rules = "";

        private Builder(Definition definition) {
            this.definition = definition;
        }

        /// A field that is the same in every object.
        public Builder<R> constant(String name, String value, String description) {
            constants.add(new Constant(name, value, description));
            return this;
        }

        public <T> Builder<R> with(Property<? super R, T> property) {
            members.add(new Member<>(property, property::of));
            return this;
        }

        /// All properties of a part.
        public <P> Builder<R> part(ObjectType<P> part, Function<R, P> of) {
            for (Member<P, ?> member : part.members) {
                members.add(within(member, of));
            }
            return this;
        }

        private static <R, P, T> Member<R, T> within(Member<P, T> member, Function<R, P> of) {
            return new Member<>(member.property(), object -> member.of().apply(of.apply(object)));
        }

        /// Another declaration of a property of a part, such as one with another default.
        public <T> Builder<R> instead(Property<?, T> other) {
            members.replaceAll(
                    member ->
                            member.property().name().equals(other.name())
                                    ? replaced(member, other)
                                    : member);
            return this;
        }

        @SuppressWarnings("unchecked") // both are declared for the same component
        private static <R, T> Member<R, T> replaced(Member<R, ?> member, Property<?, T> other) {
            return new Member<>(other, ((Member<R, T>) member).of());
        }

        /// What a JSON Schema says of several fields together.
        ///
        /// @param json keywords of the schema, without the braces
        public Builder<R> schemaRules(String json) {
            rules = json;
            return this;
        }

        /// Ends the declaration.
        ///
        /// @param maker makes the object of the values of its properties
        public ObjectType<R> makes(Function<Values, R> maker) {
            return new ObjectType<>(this, values -> Optional.of(maker.apply(values)));
        }

        /// Ends the declaration of an object whose properties have to suit each other.
        ///
        /// @param maker gives the object; empty if it reported a problem
        public ObjectType<R> makesIfValid(Function<Values, Optional<R>> maker) {
            return new ObjectType<>(this, maker);
        }
    }

    public Definition definition() {
        return definition;
    }

    public List<Constant> constants() {
        return constants;
    }

    public List<Member<R, ?>> members() {
        return members;
    }

    /// Keywords of the schema about several fields together, without braces; empty: none.
    public String schemaRules() {
        return rules;
    }

    @Override
    public Optional<R> read(Fields fields) {
        constants.forEach(constant -> fields.find(constant.name()));
        Values values = Values.of(fields);
        boolean complete = true;
        for (Member<R, ?> member : members) {
            complete &= member.read(fields, values, complete);
        }
        return complete ? make(values) : Optional.empty();
    }

    /// Makes an object of the values of all of its properties.
    public Optional<R> make(Values values) {
        return maker.apply(values);
    }

    @Override
    public void write(R value, JsonText json) {
        json.object(
                () -> {
                    constants.forEach(
                            constant -> json.field(constant.name()).text(constant.value()));
                    members.forEach(member -> member.write(value, json));
                });
    }

    @Override
    public R rewritten(R value, Rewrite rewrite) {
        Values values = Values.at(rewrite.pointer());
        members.forEach(member -> member.rewrite(value, rewrite, values));
        return make(values).orElseThrow();
    }
}
