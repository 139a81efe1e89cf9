package com.autoclipr.composition;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The shipped JSON Schema and a validator of somebody else.
final class ProjectSchema {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private final Schema schema;
    private final JsonNode tree;

    ProjectSchema() {
        try (InputStream in =
                ProjectReader.class.getResourceAsStream(
                        "/com/autoclipr/composition/project.schema.json")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
            tree = MAPPER.readTree(text);
            schema =
                    SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(tree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode tree() {
        return tree;
    }

    /// What the validator complains of in a file that is JSON.
    List<String> complaints(byte[] file) {
        return complaints(MAPPER.readTree(file));
    }

    List<String> complaints(JsonNode value) {
        return schema.validate(value).stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    /// The part of the schema that a JSON pointer names.
    JsonNode at(String pointer) {
        return tree.at(pointer);
    }

    /// The same for values that a part of the schema describes.
    List<String> complaintsAbout(JsonNode value, String definition) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(
                        MAPPER.createObjectNode()
                                .put("$ref", "#/$defs/" + definition)
                                .set("$defs", tree.get("$defs")))
                .validate(value)
                .stream()
                .map(Object::toString)
                .toList();
    }
}
