package com.autoclipr.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LogFileTest {
    private static final Logger LOG = LoggerFactory.getLogger("Test");

    @TempDir private Path folder;

    private static void say(String export, String text) {
        MDC.put("export", export);
        MDC.put("worker", "1");
        MDC.put("chunk", "7");
        LOG.info("{}", text);
        MDC.clear();
    }

    @Test
    void eachExportHasItsOwnLines() throws IOException {
        Path one = folder.resolve("one.log");
        Path two = folder.resolve("two.log");
        try (LogFile _ = LogFile.open("a", one, LogForm.TEXT)) {
            try (LogFile _ = LogFile.open("b", two, LogForm.TEXT)) {
                say("a", "first");
                say("b", "second");
                LOG.info("nobody's");
            }
            say("b", "too late");
            say("a", "third");
        }
        say("a", "too late");
        List<String> lines = Files.readAllLines(one);
        assertEquals(2, lines.size(), lines.toString());
        assertTrue(
                lines.getFirst().endsWith("INFO  a worker=1 chunk=7 Test: first"),
                lines.toString());
        assertEquals(1, Files.readAllLines(two).size());
    }

    /// Exports end in any order.
    @Test
    void theFirstToCloseTakesNoLinesFromTheOther() throws IOException {
        ch.qos.logback.classic.Logger root = Logs.context().getLogger(Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        root.setLevel(Level.ERROR);
        try {
            Path file = folder.resolve("two.log");
            LogFile one = LogFile.open("a", folder.resolve("one.log"), LogForm.TEXT);
            LogFile two = LogFile.open("b", file, LogForm.TEXT);
            one.close();
            one.close();
            say("b", "still heard");
            two.close();
            assertEquals(1, Files.readAllLines(file).size());
            assertEquals(Level.ERROR, root.getLevel());
        } finally {
            root.setLevel(before);
        }
    }

    @Test
    void asJsonEveryLineIsAnObjectThatSaysWhose() throws IOException {
        Path file = Files.writeString(folder.resolve("x.log"), "an earlier export's\n");
        try (LogFile _ = LogFile.open("a", file, LogForm.JSON)) {
            say("a", "a \"quoted\"\nword\u0001");
        }
        JsonNode line = JsonMapper.shared().readTree(Files.readAllLines(file).getFirst());
        assertEquals("a \"quoted\"\nword\u0001", line.path("formattedMessage").asString());
        assertEquals("a", line.path("mdc").path("export").asString());
        assertEquals("7", line.path("mdc").path("chunk").asString());
        assertEquals("INFO", line.path("level").asString());
        assertTrue(line.path("timestamp").asLong() > 0);
    }

    @Test
    void aFileStaysBoundedAndItsEndIsThere() throws IOException, InterruptedException {
        Path file = folder.resolve("big 100%d.log");
        try (LogFile _ = LogFile.open("a", file, LogForm.TEXT, 10_000)) {
            for (int i = 0; i < 30; i++) {
                for (int k = 0; k < 30; k++) {
                    say("a", "line " + i + " " + "x".repeat(100));
                }
                Thread.sleep(20);
            }
        }
        long bytes = 0;
        try (var files = Files.list(folder)) {
            for (Path each : files.toList()) {
                bytes += Files.size(each);
            }
        }
        assertTrue(bytes < 60_000, "grew to " + bytes);
        assertTrue(Files.readString(file).contains("line 29"), "the end is gone");
        assertTrue(Files.exists(folder.resolve("big 100%d.log.1")));
    }

    @Test
    void whatCannotBeWrittenFailsNothing() {
        try (LogFile _ = LogFile.open("a", Path.of("/proc/none/x.log"), LogForm.TEXT)) {
            say("a", "lost");
        }
        assertFalse(Files.exists(Path.of("/proc/none")));
    }

    @Test
    void onlyKnownLevels() {
        assertThrows(
                IllegalArgumentException.class, () -> Logs.console("loud", LogForm.TEXT, false));
    }
}
