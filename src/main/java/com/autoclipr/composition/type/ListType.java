package com.autoclipr.composition.type;

import com.autoclipr.composition.json.Json;
import com.autoclipr.composition.json.JsonText;
import com.autoclipr.composition.json.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A list. Entries that are wrong are left out, so that the rest is read.
///
/// @param name of the list, in problems
/// @param limit most entries
/// @param entry of each
public record ListType<T>(String name, int limit, Type<T> entry) implements Type<List<T>> {
    @Override
    public Optional<List<T>> read(Json json, Reading reading) {
        if (!(json instanceof Json.Items list)) {
            reading.wrongType(json, "list");
            return Optional.empty();
        }
        if (list.items().size() > limit) {
            reading.tooMany(json, name, limit);
            return Optional.empty();
        }
        List<T> entries = new ArrayList<>();
        list.items().forEach(item -> entry.read(item, reading).ifPresent(entries::add));
        return Optional.of(entries);
    }

    @Override
    public void write(List<T> value, JsonText json) {
        json.list(value, item -> entry.write(item, json));
    }

    @Override
    public List<T> rewritten(List<T> value, Rewrite rewrite) {
        return value.stream().map(item -> entry.rewritten(item, rewrite)).toList();
    }
}
