package com.autoclipr.worker.supervisor;

import java.util.ArrayDeque;
import java.util.Deque;

/// The last lines of a possibly endless text; if a JVM prints a crash report, its head, which names
/// the library, instead of a thousand lines. Thread-safe.
final class TailBuffer {
    private static final int LONGEST_LINE = 500;
    private static final String CRASH = "# A fatal error has been detected";

    /// A significant line of the head.
    private static final String CRASH_HEAD = "#.*\\w.*";

    private final int most;
    private final Deque<String> lines = new ArrayDeque<>();
    private boolean crashed;

    TailBuffer(int most) {
        this.most = most;
    }

    synchronized void add(String line) {
        if (!crashed && line.startsWith(CRASH)) {
            crashed = true;
            lines.clear();
        }
        if (crashed && (!line.matches(CRASH_HEAD) || lines.size() == most)) {
            return;
        }
        if (lines.size() == most) {
            lines.removeFirst();
        }
        lines.addLast(line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line);
    }

    synchronized String text() {
        return String.join("\n", lines);
    }
}
