package com.autoclipr.worker.supervisor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// Copies a worker's standard error (its log lines, output of libraries, JVM crash reports) to the
/// log and keeps the last lines for the failure. Memory and log are bounded, however much a worker
/// writes and however long its lines are.
final class WorkerErrors {
    private static final Logger LOG = LoggerFactory.getLogger("com.autoclipr.worker.stderr");
    private static final int KEPT_LINES = 40;
    private static final int LONGEST_LINE_BYTES = 2000;

    /// Maximum logged lines per process; the rest is only counted.
    private static final int MOST_LINES = 5000;

    /// The prefix of a worker's own log lines, set by `com.autoclipr.logs`.
    private static final Pattern LEVELLED =
            Pattern.compile("(ERROR|WARN|INFO|DEBUG|TRACE) (\\w.*)", Pattern.DOTALL);

    private final InputStream in;
    private final TailBuffer last = new TailBuffer(KEPT_LINES);
    private int lines;

    WorkerErrors(InputStream in) {
        this.in = in;
    }

    /// The last lines.
    String text() {
        return last.text();
    }

    /// Runs until the stream ends.
    void readAll() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        byte[] block = new byte[8192];
        try (in) {
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                for (int i = 0; i < n; i++) {
                    if (block[i] == '\n') {
                        take(line);
                    } else if (line.size() < LONGEST_LINE_BYTES) {
                        line.write(block[i]);
                    }
                }
            }
        } catch (IOException e) {
            LOG.debug("standard error of the worker broke off: {}", e.toString());
        }
        if (line.size() > 0) {
            take(line);
        }
        if (lines > MOST_LINES) {
            LOG.warn("{} more lines of the worker were omitted", lines - MOST_LINES);
        }
    }

    private void take(ByteArrayOutputStream bytes) {
        String line = bytes.toString(StandardCharsets.UTF_8).stripTrailing();
        bytes.reset();
        if (line.isEmpty()) {
            return;
        }
        last.add(line);
        lines++;
        if (lines <= MOST_LINES) {
            Matcher levelled = LEVELLED.matcher(line);
            boolean own = levelled.matches();
            Level level = own ? Level.valueOf(levelled.group(1)) : Level.INFO;
            LOG.atLevel(level).log("{}", own ? levelled.group(2) : line);
        }
    }
}
