package com.autoclipr.plan;

import com.autoclipr.testkit.format.DeclaredObjects;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Other values that a field could have. Those that it could not have, the reader of projects
/// refuses.
final class Alternatives {
    private static final JsonNodeFactory NODES = JsonMapper.shared().getNodeFactory();

    private static final Map<String, List<String>> CHOICES = DeclaredObjects.choices();

    /// Instead of all choices; and values of which neighbours mean the same.
    private static final Map<String, List<Object>> CHOSEN =
            Map.ofEntries(
                    Map.entry("direction", List.of("ltr", "rtl")),
                    Map.entry("preset", List.of("ultrafast", "superfast")),
                    Map.entry("easing", List.of("hold", "ease-out", "cubic-bezier(0.9, 0, 1, 1)")),
                    Map.entry("aspectRatio", List.of("9:16", "3:5", "1:2")),
                    Map.entry("resolution", List.of("54x96", "56x96", "54x90")),
                    Map.entry("weight", List.of(400, 700, 900)),
                    Map.entry("fps", List.of(5, 4, "29.97")),
                    Map.entry("crf", List.of(20, 24)),
                    Map.entry("audioBitrate", List.of("96k", 128_000)),
                    Map.entry("family", List.of("Inter", "Mine", "No Such Family")),
                    Map.entry("audioTrack", List.of(0, 1, "fr", "all")),
                    Map.entry("$schema", List.of("another")),
                    Map.entry("id", List.of("another")),
                    Map.entry("text", List.of("One two\nthree five", "One", "Zwölf")));

    private Alternatives() {}

    /// @param field the name of the field, or of the one whose keyframe or coordinate this is
    static List<JsonNode> of(String field, JsonNode value) {
        List<JsonNode> others = new ArrayList<>();
        if (CHOSEN.containsKey(field)) {
            CHOSEN.get(field)
                    .forEach(choice -> others.add(JsonMapper.shared().valueToTree(choice)));
        } else if (CHOICES.containsKey(field)) {
            CHOICES.get(field).forEach(choice -> others.add(NODES.stringNode(choice)));
        } else if (value instanceof ObjectNode object) {
            for (String name : object.propertyNames()) {
                for (JsonNode other : of(name, object.get(name))) {
                    others.add(object.deepCopy().set(name, other));
                }
            }
        } else if (value.isNumber()) {
            numbers(field, value.decimalValue()).forEach(number -> others.add(node(number)));
        } else if (value.isString()) {
            strings(field, value.asString()).forEach(text -> others.add(NODES.stringNode(text)));
        }
        others.removeIf(value::equals);
        return others;
    }

    private static List<BigDecimal> numbers(String field, BigDecimal value) {
        return switch (field) {
            // One frame, and less than one.
            case "start", "duration", "trim", "time", "end" ->
                    List.of(
                            value.add(new BigDecimal("0.2")),
                            value.subtract(new BigDecimal("0.2")),
                            value.add(new BigDecimal("0.03")));
            default ->
                    List.of(
                            value.multiply(new BigDecimal("0.75")).add(new BigDecimal("0.1")),
                            value.add(BigDecimal.TWO),
                            value.add(new BigDecimal("16")));
        };
    }

    private static JsonNode node(BigDecimal number) {
        return NODES.numberNode(number);
    }

    private static List<String> strings(String field, String value) {
        return switch (field) {
            case "src" -> {
                int dot = value.lastIndexOf('.');
                String name = value.substring(0, dot);
                String end = value.substring(dot);
                yield List.of(name + "-2" + end, name + "-copy" + end);
            }
            case "color", "fill", "background" -> List.of("#3366cc", "#3366cc80", "transparent");
            case "anchor" -> List.of("center", "top-left", "bottom");
            case "start" -> List.of("1.2", "7/5");
            default -> value.endsWith("%") ? List.of("44%", "53% + 2") : List.of();
        };
    }
}
