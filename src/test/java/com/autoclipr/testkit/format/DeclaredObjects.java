package com.autoclipr.testkit.format;

import com.autoclipr.composition.Project;
import com.autoclipr.composition.type.AnchorType;
import com.autoclipr.composition.type.ChoiceType;
import com.autoclipr.composition.type.ListType;
import com.autoclipr.composition.type.ObjectType;
import com.autoclipr.composition.type.ObjectType.Member;
import com.autoclipr.composition.type.OneOrTwoType;
import com.autoclipr.composition.type.Property;
import com.autoclipr.composition.type.Type;
import com.autoclipr.composition.type.UnionType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The objects of the format, in the order in which they are declared.
public final class DeclaredObjects {
    private final Map<String, ObjectType<?>> objects = new LinkedHashMap<>();

    private DeclaredObjects() {}

    /// By their names in the JSON Schema; the project's own is empty.
    static Map<String, ObjectType<?>> byName() {
        DeclaredObjects all = new DeclaredObjects();
        all.collect(Project.TYPE);
        return all.objects;
    }

    /// The names that properties with a closed choice may have, by the name of the property.
    public static Map<String, List<String>> choices() {
        Map<String, List<String>> choices = new LinkedHashMap<>();
        for (ObjectType<?> object : byName().values()) {
            for (Member<?, ?> member : object.members()) {
                Property<?, ?> property = member.property();
                if (PropertyText.constant(property.type()) instanceof ChoiceType<?> choice) {
                    choices.put(property.name(), List.copyOf(choice.names().keySet()));
                }
            }
        }
        return choices;
    }

    /// The names of properties that may have keyframes.
    public static Set<String> animated() {
        Set<String> names = new TreeSet<>();
        for (ObjectType<?> object : byName().values()) {
            for (Member<?, ?> member : object.members()) {
                if (PropertyText.isAnimated(member.property().type())) {
                    names.add(member.property().name());
                }
            }
        }
        return names;
    }

    private void collect(Type<?> type) {
        switch (PropertyText.constant(type)) {
            case ObjectType<?> object -> {
                if (objects.putIfAbsent(object.definition().name(), object) == null) {
                    object.members().forEach(member -> collect(member.property().type()));
                }
            }
            case UnionType<?> union -> union.kinds().forEach(kind -> collect(kind.type()));
            case ListType<?> list -> collect(list.entry());
            case OneOrTwoType two -> collect(two.both());
            case AnchorType _ -> collect(AnchorType.POINT);
            default -> {}
        }
    }
}
