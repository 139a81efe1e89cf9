package com.autoclipr.plan;

import com.autoclipr.testkit.format.DeclaredObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A project file that differs from another in one place.
///
/// @param pointer the place
/// @param change what was done there
/// @param json the whole file
record Mutant(String pointer, String change, JsonNode json) {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final Set<String> ANIMATED = DeclaredObjects.animated();

    /// Every value changed in several ways, every field and every member of a list taken away,
    /// every constant made to move, layers that lie on each other exchanged.
    static List<Mutant> of(JsonNode project) {
        List<Mutant> mutants = new ArrayList<>();
        visit(project, JsonPointer.empty(), project, mutants);
        return mutants;
    }

    /// The way in which it was changed.
    String kind() {
        return change.startsWith("becomes") ? "becomes" : change;
    }

    private static void visit(JsonNode root, JsonPointer at, JsonNode node, List<Mutant> into) {
        if (node instanceof ObjectNode object) {
            for (String name : object.propertyNames()) {
                JsonPointer inner = at.appendProperty(name);
                JsonNode value = object.get(name);
                into.add(removed(root, inner));
                if (ANIMATED.contains(name) && isConstant(value)) {
                    for (JsonNode other : Alternatives.of(name, value)) {
                        into.add(replaced(root, inner, "moves", moving(value, other)));
                    }
                }
                visit(root, inner, value, into);
            }
        } else if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                JsonPointer inner = at.appendIndex(i);
                into.add(removed(root, inner));
                if (i > 0 && at.toString().equals("/layers")) {
                    into.add(exchanged(root, at, i));
                }
                visit(root, inner, list.get(i), into);
            }
        } else {
            String name = nameOf(at);
            for (JsonNode other : Alternatives.of(name, node)) {
                into.add(replaced(root, at, "becomes " + other, other));
            }
        }
    }

    /// That of the nearest field, for the value of a keyframe or a coordinate.
    private static String nameOf(JsonPointer at) {
        String name = at.last().getMatchingProperty();
        return name.equals("value") ? at.head().head().head().last().getMatchingProperty() : name;
    }

    private static boolean isConstant(JsonNode value) {
        return !value.has("keyframes");
    }

    private static JsonNode moving(JsonNode from, JsonNode to) {
        ArrayNode frames = MAPPER.createArrayNode();
        frames.add(MAPPER.createObjectNode().put("time", 0.1).set("value", from));
        frames.add(MAPPER.createObjectNode().put("time", 1.3).set("value", to));
        return MAPPER.createObjectNode().set("keyframes", frames);
    }

    private static Mutant replaced(JsonNode root, JsonPointer at, String change, JsonNode value) {
        JsonNode copy = root.deepCopy();
        JsonNode parent = copy.at(at.head());
        if (parent instanceof ObjectNode object) {
            object.set(at.last().getMatchingProperty(), value);
        } else if (parent instanceof ArrayNode list) {
            list.set(at.last().getMatchingIndex(), value);
        }
        return new Mutant(at.toString(), change, copy);
    }

    private static Mutant removed(JsonNode root, JsonPointer at) {
        JsonNode copy = root.deepCopy();
        JsonNode parent = copy.at(at.head());
        if (parent instanceof ObjectNode object) {
            object.remove(at.last().getMatchingProperty());
        } else if (parent instanceof ArrayNode list) {
            list.remove(at.last().getMatchingIndex());
        }
        return new Mutant(at.toString(), "is gone", copy);
    }

    private static Mutant exchanged(JsonNode root, JsonPointer list, int index) {
        JsonNode copy = root.deepCopy();
        ArrayNode entries = (ArrayNode) copy.at(list);
        JsonNode below = entries.get(index - 1).deepCopy();
        entries.set(index - 1, entries.get(index).deepCopy());
        entries.set(index, below);
        return new Mutant(list.appendIndex(index).toString(), "changes places", copy);
    }
}
