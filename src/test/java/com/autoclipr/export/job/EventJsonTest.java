package com.autoclipr.export.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Every event reads back as it was written, and what is written is documented.
class EventJsonTest {
    private static final Instant AT = Instant.parse("2026-03-14T15:09:27Z");
    private static final Path DOCUMENT = Path.of("docs/operating.md");

    private final EventJson json = new EventJson();

    @Test
    void thereIsAnExampleOfEveryType() {
        Set<Class<?>> types = new HashSet<>();
        EventExamples.all().forEach(event -> types.add(event.getClass()));
        assertEquals(
                new HashSet<>(Arrays.asList(ExportEvent.class.getPermittedSubclasses())), types);
    }

    @Test
    void everyEventReadsBackAsItWasWritten() {
        for (ExportEvent event : EventExamples.all()) {
            StampedEvent stamped = new StampedEvent(EventExamples.ID, AT, event);
            assertEquals(stamped, json.read(json.write(stamped)), json.write(stamped));
        }
    }

    @Test
    void everyLineSaysWhoseItIsAndWhen() {
        for (ExportEvent event : EventExamples.all()) {
            String line = json.write(new StampedEvent(EventExamples.ID, AT, event));
            assertTrue(
                    line.startsWith(
                            "{\"version\":1,\"export\":\""
                                    + EventExamples.ID
                                    + "\",\"at\":\"2026-03-14T15:09:27.000Z\",\"event\":\""),
                    line);
            assertFalse(line.contains("\n"), line);
        }
    }

    @Test
    void unknownFieldsAreIgnoredAndUnknownEventsRefused() {
        String start =
                "{\"version\":1,\"export\":\""
                        + EventExamples.ID
                        + "\",\"at\":\"2026-03-14T15:09:27Z\",";
        assertEquals(
                new ExportEvent.FramesDone(1, 2),
                json.read(start + "\"event\":\"frames\",\"done\":1,\"total\":2,\"new\":3}")
                        .event());
        assertThrows(JacksonException.class, () -> json.read(start + "\"event\":\"teleported\"}"));
    }

    @Test
    void factsAreWrittenAsTokensAndUnknownOnesIgnored() {
        Failure failure =
                Failure.of(FailureKind.MEDIA_CORRUPT)
                        .with(Fact.LAYER_ID, "title")
                        .with(Fact.DETAIL, "tiles");
        ExportEvent event = new ExportEvent.Failed(failure, List.of());
        String line = json.write(new StampedEvent(EventExamples.ID, AT, event));
        String facts = "\"facts\":{\"layerId\":\"title\",\"detail\":\"tiles\"}";
        assertTrue(line.contains(facts), line);
        String later = line.replace("\"layerId\"", "\"moon\":\"full\",\"mars\":\"\",\"layerId\"");
        StampedEvent read = json.read(later);
        assertEquals(event, read.event());
        assertEquals(line, json.write(read));
    }

    @Test
    void aLineOfAnotherVersionIsRecognisedAndRefused() {
        String line =
                json.write(new StampedEvent(EventExamples.ID, AT, EventExamples.all().getFirst()));
        assertFalse(json.isOfAnotherVersion(line));
        for (String other :
                List.of(
                        line.replace("\"version\":1,", ""),
                        line.replace("\"version\":1,", "\"version\":2,"))) {
            assertTrue(json.isOfAnotherVersion(other), other);
            assertThrows(IllegalArgumentException.class, () -> json.read(other));
        }
        for (String damaged : List.of("", "{", "[1,2]", "7", "{\"version\":1}", "\0\0")) {
            assertFalse(json.isOfAnotherVersion(damaged), damaged);
        }
    }

    /// The document has a table row for every event, which names every field.
    @Test
    void everyEventAndFieldIsDocumented() throws IOException {
        List<String> rows =
                Files.readAllLines(DOCUMENT).stream()
                        .filter(line -> line.startsWith("| `"))
                        .toList();
        List<String> missing = new ArrayList<>();
        for (JsonSubTypes.Type type : ExportEvent.class.getAnnotation(JsonSubTypes.class).value()) {
            String row =
                    rows.stream()
                            .filter(line -> line.startsWith("| `" + type.name() + "` |"))
                            .findFirst()
                            .orElse("");
            for (String field : fields(type.name())) {
                if (!row.contains("`" + field + "`")) {
                    missing.add(type.name() + "." + field);
                }
            }
        }
        assertEquals(List.of(), missing);
    }

    private Set<String> fields(String name) {
        Set<String> fields = new TreeSet<>();
        for (ExportEvent event : EventExamples.all()) {
            JsonNode tree = json.tree(new StampedEvent(EventExamples.ID, AT, event));
            if (tree.path("event").asString("").equals(name)) {
                collect(tree, fields);
            }
        }
        fields.removeAll(Set.of("version", "export", "at", "event"));
        return fields;
    }

    private static void collect(JsonNode tree, Set<String> fields) {
        tree.forEachEntry(
                (name, value) -> {
                    fields.add(name);
                    if (!name.equals("facts")) {
                        collect(value, fields);
                        value.forEach(item -> collect(item, fields));
                    }
                });
    }
}
