package com.autoclipr.plan;

import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// Which fields of the JSON Schema a project file uses.
final class SchemaFields {
    private final JsonNode schema;
    private final Set<String> used = new TreeSet<>();

    SchemaFields(JsonNode schema) {
        this.schema = schema;
    }

    void use(JsonNode project) {
        visit(schema, "", project);
    }

    /// Pointers of fields that no file used.
    Set<String> unused() {
        Set<String> all = new TreeSet<>();
        collect(schema, "", all);
        all.removeAll(used);
        return all;
    }

    private static void collect(JsonNode node, String at, Set<String> into) {
        if (node.has("properties") && node.path("additionalProperties").isBoolean()) {
            node.get("properties")
                    .propertyNames()
                    .forEach(name -> into.add(at + "/properties/" + name));
        }
        if (node.isObject()) {
            node.propertyNames().forEach(name -> collect(node.get(name), at + "/" + name, into));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(node.get(i), at + "/" + i, into);
            }
        }
    }

    private void visit(JsonNode part, String at, JsonNode value) {
        if (part.has("$ref")) {
            String target = part.get("$ref").asString().substring(1);
            visit(schema.at(target), target, value);
        }
        for (String choice : new String[] {"anyOf", "oneOf"}) {
            for (int i = 0; i < part.path(choice).size(); i++) {
                JsonNode branch = part.get(choice).get(i);
                if (fits(branch, value)) {
                    visit(branch, at + "/" + choice + "/" + i, value);
                }
            }
        }
        if (value.isArray() && part.has("items")) {
            value.forEach(item -> visit(part.get("items"), at + "/items", item));
        }
        if (value.isObject() && part.has("properties")) {
            for (String name : value.propertyNames()) {
                if (part.get("properties").has(name)) {
                    String field = at + "/properties/" + name;
                    used.add(field);
                    visit(part.get("properties").get(name), field, value.get(name));
                }
            }
        }
    }

    /// Whether a value could be meant by a branch: its type, and the constants in it.
    private boolean fits(JsonNode branch, JsonNode value) {
        JsonNode part =
                branch.has("$ref") ? schema.at(branch.get("$ref").asString().substring(1)) : branch;
        if (!part.has("properties")) {
            return !value.isObject();
        }
        for (String name : part.get("properties").propertyNames()) {
            JsonNode constant = part.get("properties").get(name).get("const");
            if (constant != null && !constant.equals(value.get(name))) {
                return false;
            }
        }
        for (JsonNode required : part.path("required")) {
            if (!value.has(required.asString())) {
                return false;
            }
        }
        return value.isObject();
    }
}
