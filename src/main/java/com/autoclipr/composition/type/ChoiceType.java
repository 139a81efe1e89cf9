package com.autoclipr.composition.type;

import com.autoclipr.composition.json.Json;
import com.autoclipr.composition.json.JsonText;
import com.autoclipr.composition.json.Reading;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// One of some names.
///
/// @param names in the order in which people see them
public record ChoiceType<T>(Map<String, T> names) implements Type<T> {
    public ChoiceType {
        names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
    }

    /// The constants of an enum, `CONTAIN_BLUR` being written as `contain-blur`.
    public static <E extends Enum<E>> ChoiceType<E> of(Class<E> choices) {
        Map<String, E> names = new LinkedHashMap<>();
        for (E choice : choices.getEnumConstants()) {
            names.put(choice.name().toLowerCase(Locale.ROOT).replace('_', '-'), choice);
        }
        return new ChoiceType<>(names);
    }

    /// Names that are their own values.
    public static ChoiceType<String> of(List<String> choices) {
        Map<String, String> names = new LinkedHashMap<>();
        choices.forEach(name -> names.put(name, name));
        return new ChoiceType<>(names);
    }

    /// A choice between yes and no.
    public static ChoiceType<Boolean> of(String yes, String no, boolean yesFirst) {
        Map<String, Boolean> names = new LinkedHashMap<>();
        names.put(yesFirst ? yes : no, yesFirst);
        names.put(yesFirst ? no : yes, !yesFirst);
        return new ChoiceType<>(names);
    }

    @Override
    public Optional<T> read(Json json, Reading reading) {
        if (!(json instanceof Json.Text text)) {
            reading.wrongType(json, "text");
            return Optional.empty();
        }
        T chosen = names.get(text.value());
        if (chosen == null) {
            reading.notAllowed(text, names.keySet());
        }
        return Optional.ofNullable(chosen);
    }

    @Override
    public void write(T value, JsonText json) {
        json.text(nameOf(value).orElseThrow());
    }

    /// The first name of a value.
    public Optional<String> nameOf(T value) {
        return names.entrySet().stream()
                .filter(entry -> entry.getValue().equals(value))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
