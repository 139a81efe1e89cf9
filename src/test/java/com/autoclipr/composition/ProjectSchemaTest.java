package com.autoclipr.composition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.composition.json.ProblemKind;
import com.autoclipr.testkit.ProjectGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// The schema says what the reader says, as far as a schema can.
class ProjectSchemaTest {
    /// What a schema cannot see, or no JSON parser gets to.
    private static final Set<ProblemKind> BEYOND_A_SCHEMA =
            EnumSet.of(
                    ProblemKind.NOT_JSON,
                    ProblemKind.TOO_DEEP,
                    ProblemKind.TOO_LARGE,
                    ProblemKind.DUPLICATE_FIELD);

    /// What the validator's own JSON reader refuses.
    private static final String UNREADABLE = "(?s).*\\b(NaN|Infinity|1e999999999)\\b.*";

    private static final ProjectSchema SCHEMA = new ProjectSchema();

    @Test
    void generatedProjectsAreValid() {
        for (long seed = 0; seed < 300; seed++) {
            byte[] file = ProjectWriter.write(ProjectGenerator.project(seed));
            assertEquals(List.of(), SCHEMA.complaints(file), "seed " + seed);
        }
    }

    @Test
    void aGoodFileIsValid() {
        assertEquals(List.of(), SCHEMA.complaints(MalformedFiles.GOOD.getBytes(UTF_8)));
    }

    static List<MalformedFiles.Case> malformed() {
        return MalformedFiles.all().stream()
                .filter(file -> file.bytes().length < 1 << 20)
                .filter(file -> file.schemaSees() || !BEYOND_A_SCHEMA.contains(file.kind()))
                .filter(file -> !new String(file.bytes(), UTF_8).matches(UNREADABLE))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void whatASchemaCanExpressItRejects(MalformedFiles.Case file) {
        assertEquals(file.schemaSees(), !SCHEMA.complaints(file.bytes()).isEmpty(), file.name());
    }

    @Test
    void everyExampleIsValidInBoth() throws IOException {
        for (Path example : examples()) {
            byte[] file = Files.readAllBytes(example);
            assertEquals(List.of(), ProjectReader.read(file).problems(), example.toString());
            assertEquals(List.of(), SCHEMA.complaints(file), example.toString());
        }
        for (JsonNode example : SCHEMA.at("/examples")) {
            assertEquals(
                    List.of(), ProjectReader.read(example.toString().getBytes(UTF_8)).problems());
        }
    }

    private static List<Path> examples() throws IOException {
        Path folder = Path.of("examples");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        }
    }

    @Test
    void defaultsAndExamplesAreValidThemselves() {
        List<String> wrong = new ArrayList<>();
        for (var definition : SCHEMA.at("/$defs").properties()) {
            JsonNode node = definition.getValue();
            for (JsonNode example : node.path("examples")) {
                check(example, definition.getKey(), wrong);
            }
            for (var field : node.path("properties").properties()) {
                String where = definition.getKey() + "/properties/" + field.getKey();
                if (field.getValue().has("default")) {
                    check(field.getValue().get("default"), where, wrong);
                }
                for (JsonNode example : field.getValue().path("examples")) {
                    check(example, where, wrong);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static void check(JsonNode value, String definition, List<String> wrong) {
        List<String> complaints = SCHEMA.complaintsAbout(value, definition);
        if (!complaints.isEmpty()) {
            wrong.add(definition + ": " + value + " " + complaints);
        }
    }

    @Test
    void everyObjectIsClosedAndEverythingIsDescribed() {
        List<String> wrong = new ArrayList<>();
        describe(SCHEMA.tree(), "#", wrong);
        for (var definition : SCHEMA.at("/$defs").properties()) {
            describe(definition.getValue(), definition.getKey(), wrong);
        }
        assertEquals(List.of(), wrong);
        assertTrue(SCHEMA.at("/$defs").size() > 20);
    }

    private static void describe(JsonNode node, String name, List<String> wrong) {
        if (!node.has("title") || !node.has("description")) {
            wrong.add(name + " has no title or description");
        }
        if (node.has("properties") && !node.path("additionalProperties").isBoolean()) {
            wrong.add(name + " is open");
        }
        for (var field : node.path("properties").properties()) {
            if (!field.getValue().has("description")) {
                wrong.add(name + "." + field.getKey() + " has no description");
            }
        }
    }
}
