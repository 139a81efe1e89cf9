package com.autoclipr.composition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// `docs/composition-format.md` says what the schema says: the same objects, fields, required
/// fields and defaults; and its examples are projects.
class CompositionFormatDocumentTest {
    private static final Path DOCUMENT = Path.of("docs/composition-format.md");
    private static final Pattern MARK = Pattern.compile("<!-- fields of #(\\S*) -->");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```json\n(.*?)```");
    private static final ProjectSchema SCHEMA = new ProjectSchema();

    /// Field name → text of the column `default`, per object.
    private static Map<String, Map<String, String>> tables(String document) {
        Map<String, Map<String, String>> tables = new LinkedHashMap<>();
        Map<String, String> table = null;
        for (String line : document.split("\n")) {
            Matcher mark = MARK.matcher(line);
            if (mark.matches()) {
                table = new LinkedHashMap<>();
                tables.put(mark.group(1), table);
            } else if (table != null && line.startsWith("| `")) {
                String[] cells = line.split("(?<!\\\\)\\|");
                table.put(cells[1].strip().replace("`", ""), cells[4].strip());
            } else if (!line.startsWith("|")) {
                table = null;
            }
        }
        return tables;
    }

    private static Set<String> objects() {
        Set<String> objects = new TreeSet<>(Set.of(""));
        for (var definition : SCHEMA.at("/$defs").properties()) {
            if (definition.getValue().has("properties")) {
                objects.add("/$defs/" + definition.getKey());
            }
        }
        return objects;
    }

    /// What the tables of a document say that the schema does not.
    private static List<String> differences(String document) {
        List<String> wrong = new ArrayList<>();
        Map<String, Map<String, String>> tables = tables(document);
        if (!new TreeSet<>(tables.keySet()).equals(objects())) {
            wrong.add("tables " + tables.keySet() + ", objects " + objects());
        }
        tables.forEach((pointer, table) -> compare(pointer, table, wrong));
        return wrong;
    }

    private static void compare(String pointer, Map<String, String> table, List<String> wrong) {
        JsonNode object = SCHEMA.at(pointer);
        Set<String> known = new TreeSet<>(object.path("properties").propertyNames());
        if (!known.equals(new TreeSet<>(table.keySet()))) {
            wrong.add(pointer + ": " + table.keySet() + " instead of " + known);
        }
        Set<String> required = new TreeSet<>();
        object.path("required").forEach(name -> required.add(name.stringValue()));
        table.forEach(
                (field, said) -> {
                    JsonNode fallback = object.path("properties").path(field).path("default");
                    String expected =
                            required.contains(field)
                                    ? "required"
                                    : fallback.isMissingNode() ? said : "`" + fallback + "`";
                    boolean vague = !required.contains(field) && said.equals("required");
                    if (!said.equals(expected) || vague || said.isEmpty()) {
                        wrong.add(pointer + "." + field + ": " + said + ", not " + expected);
                    }
                });
    }

    @Test
    void tablesAndSchemaAgree() throws IOException {
        assertEquals(List.of(), differences(Files.readString(DOCUMENT)));
    }

    @Test
    void aTableThatWentStaleIsSeen() throws IOException {
        String good = Files.readString(DOCUMENT);
        List<String> stale =
                List.of(
                        good.replace("| `crf` |", "| `quality` |"),
                        good.replace("| `23` | 0 to 51", "| `22` | 0 to 51"),
                        good.replace("<!-- fields of #/$defs/shadow -->", ""),
                        good.replaceFirst("\n\\| `volume` \\|[^\n]*", ""));
        for (String document : stale) {
            assertFalse(document.equals(good));
            assertFalse(differences(document).isEmpty());
        }
    }

    @Test
    void theExamplesAreProjects() throws IOException {
        Matcher examples = EXAMPLE.matcher(Files.readString(DOCUMENT));
        int projects = 0;
        while (examples.find()) {
            new ObjectMapper().readTree(examples.group(1));
            if (examples.group(1).contains("\"version\"")) {
                projects++;
                byte[] file = examples.group(1).getBytes(UTF_8);
                assertEquals(List.of(), ProjectReader.read(file).problems());
                assertEquals(List.of(), SCHEMA.complaints(file));
            }
        }
        assertTrue(projects >= 2);
    }
}
