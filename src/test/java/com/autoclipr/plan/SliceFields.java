package com.autoclipr.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The fields of a slice with their values in order: `layers/text/font/size` and the like, layers
/// by their kind, members of lists without their places.
record SliceFields(Map<String, List<String>> values) {
    static SliceFields of(String json) {
        Map<String, List<String>> values = new TreeMap<>();
        visit(JsonMapper.shared().readTree(json), "", values);
        return new SliceFields(values);
    }

    private static void visit(JsonNode node, String name, Map<String, List<String>> into) {
        if (node.isObject()) {
            String kind = node.path("type").asString("");
            String inside = name.isEmpty() ? "" : name + "/";
            String prefix = kind.isEmpty() ? inside : inside + kind + "/";
            node.propertyNames().forEach(field -> visit(node.get(field), prefix + field, into));
        } else if (node.isArray()) {
            node.forEach(member -> visit(member, name, into));
        } else {
            boolean step = name.endsWith("keyframes/time");
            into.computeIfAbsent(step ? "keyframes/time" : name, _ -> new ArrayList<>())
                    .add(node.toString());
        }
    }

    Set<String> names() {
        return values.keySet();
    }

    /// Names of fields whose values are others, or are there in one of the two only.
    Set<String> differingFrom(SliceFields other) {
        Set<String> different = new TreeSet<>(values.keySet());
        different.addAll(other.values.keySet());
        different.removeIf(
                name -> {
                    List<String> here = values.get(name);
                    return here != null && here.equals(other.values.get(name));
                });
        return different;
    }
}
