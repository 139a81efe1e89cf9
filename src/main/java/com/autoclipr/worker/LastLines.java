package com.autoclipr.worker;

import java.util.ArrayDeque;
import java.util.Deque;

/// The last lines of a text that may be endless. Safe for several threads.
final class LastLines {
    private static final int LONGEST_LINE = 500;

    private final int most;
    private final Deque<String> lines = new ArrayDeque<>();

    LastLines(int most) {
        this.most = most;
    }

    synchronized void add(String line) {
        if (lines.size() == most) {
            lines.removeFirst();
        }
        lines.addLast(line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line);
    }

    synchronized String text() {
        return String.join("\n", lines);
    }
}
