package com.autoclipr.composition.type;

import com.autoclipr.composition.json.Fields;
import com.autoclipr.composition.json.Json;
import com.autoclipr.composition.json.JsonText;
import com.autoclipr.composition.type.ObjectType.Constant;
import com.autoclipr.composition.type.ObjectType.Member;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// One of several kinds of objects, distinguished by their constants: first by the first one that
/// each declares, then by the second.
///
/// @param definition in the schema
/// @param kinds in the order in which people see them
public record UnionType<T>(Definition definition, List<Kind<? extends T>> kinds)
        implements FieldsType<T> {
    /// One kind of object.
    ///
    /// @param is whether an object is one of them
    public record Kind<T>(ObjectType<T> type, Predicate<Object> is) {
        private void write(Object value, JsonText json) {
            type.write(cast(value), json);
        }

        private T rewritten(Object value, Rewrite rewrite) {
            return type.rewritten(cast(value), rewrite);
        }

        @SuppressWarnings("unchecked") // as `is` has it
        private T cast(Object value) {
            return (T) value;
        }

        private Optional<Constant> constant(int depth) {
            List<Constant> constants = type.constants();
            return depth < constants.size() ? Optional.of(constants.get(depth)) : Optional.empty();
        }
    }

    public UnionType {
        kinds = List.copyOf(kinds);
    }

    @Override
    public Optional<T> read(Fields fields) {
        List<Kind<? extends T>> left = kinds;
        for (int depth = 0; left.getFirst().constant(depth).isPresent(); depth++) {
            List<Kind<? extends T>> chosen = choose(left, depth, fields);
            if (chosen.isEmpty()) {
                readCommon(left, fields);
                return Optional.empty();
            }
            left = chosen;
        }
        return read(left.getFirst(), fields);
    }

    private static <T, K extends T> Optional<T> read(Kind<K> kind, Fields fields) {
        return kind.type.read(fields).map(found -> found);
    }

    /// The kinds with the constant that the object has; none, and a problem, if there are none.
    private List<Kind<? extends T>> choose(List<Kind<? extends T>> left, int depth, Fields fields) {
        String name = left.getFirst().constant(depth).orElseThrow().name();
        Set<String> names = new LinkedHashSet<>();
        left.forEach(kind -> names.add(kind.constant(depth).orElseThrow().value()));
        Optional<String> given =
                fields.required(name)
                        .flatMap(
                                json ->
                                        ChoiceType.of(List.copyOf(names))
                                                .read(json, fields.reading()));
        return left.stream()
                .filter(
                        kind ->
                                given.isPresent()
                                        && given.get()
                                                .equals(kind.constant(depth).orElseThrow().value()))
                .toList();
    }

    /// Reads what every kind has, and files: which other fields belong to the object isn't known.
    private static <T> void readCommon(List<Kind<? extends T>> kinds, Fields fields) {
        Values values = Values.of(fields);
        Set<String> seen = new LinkedHashSet<>();
        for (Kind<? extends T> kind : kinds) {
            for (Member<?, ?> member : kind.type.members()) {
                Property<?, ?> property = member.property();
                boolean file =
                        property.type() instanceof FileType
                                && fields.find(property.name())
                                        .filter(Json.Text.class::isInstance)
                                        .isPresent();
                if ((file || isCommon(property, kinds)) && seen.add(property.name())) {
                    property.read(fields, values, false);
                }
            }
        }
        fields.ignoreOthers();
    }

    private static <T> boolean isCommon(Property<?, ?> property, List<Kind<? extends T>> kinds) {
        return kinds.stream()
                .allMatch(
                        kind ->
                                kind.type.members().stream()
                                        .anyMatch(member -> member.property() == property));
    }

    private Kind<? extends T> kindOf(T value) {
        return kinds.stream()
                .filter(kind -> kind.is.test(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("of no kind: " + value));
    }

    @Override
    public void write(T value, JsonText json) {
        kindOf(value).write(value, json);
    }

    @Override
    public T rewritten(T value, Rewrite rewrite) {
        return kindOf(value).rewritten(value, rewrite);
    }
}
