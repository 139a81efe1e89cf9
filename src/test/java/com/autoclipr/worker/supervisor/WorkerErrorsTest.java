package com.autoclipr.worker.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class WorkerErrorsTest {
    private final Logger logger =
            ((LoggerContext) LoggerFactory.getILoggerFactory())
                    .getLogger("com.autoclipr.worker.stderr");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        lines.start();
        logger.setLevel(ch.qos.logback.classic.Level.INFO);
        logger.setAdditive(false);
        logger.addAppender(lines);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(lines);
        logger.setAdditive(true);
        logger.setLevel(null);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> texts() {
        return lines.list.stream()
                .map(line -> line.getLevel() + " " + line.getFormattedMessage())
                .toList();
    }

    @Test
    void ownLinesKeepTheirLevelAndOthersAreInformation() {
        new WorkerErrors(
                        stream(
                                "WARN Pipeline: slow {}\n[h264] native words\r\n\nINFO ffmpeg: é\n"
                                        + "no end"))
                .readAll();
        assertEquals(
                List.of(
                        "WARN Pipeline: slow {}",
                        "INFO [h264] native words",
                        "INFO ffmpeg: é",
                        "INFO no end"),
                texts());
    }

    @Test
    void endlessTalkIsBounded() {
        WorkerErrors errors = new WorkerErrors(stream("talk\n".repeat(20_000)));
        errors.readAll();
        assertEquals(5001, lines.list.size());
        assertEquals("WARN 15000 more lines of the worker were omitted", texts().getLast());
        assertEquals(40, errors.text().lines().count());
    }

    @Test
    void anEndlessLineIsBounded() {
        WorkerErrors errors = new WorkerErrors(stream("x".repeat(3_000_000)));
        errors.readAll();
        assertEquals(1, lines.list.size());
        assertTrue(texts().getFirst().length() < 3000);
        assertTrue(errors.text().length() < 3000);
    }
}
