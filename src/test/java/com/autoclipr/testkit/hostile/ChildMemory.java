package com.autoclipr.testkit.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The peak memory of a child of this process, from Linux (`VmHWM`).
final class ChildMemory {
    private static final int INTERVAL_MS = 50;

    private final String own = commandLine(ProcessHandle.current().pid());
    private long peakBytes;

    long peakBytes() {
        return peakBytes;
    }

    /// Looks at all children until `thread` ends or time is up.
    void watchWhile(Thread thread, long longestMs) {
        long startNs = System.nanoTime();
        while (thread.isAlive() && System.nanoTime() - startNs < longestMs * 1_000_000) {
            ProcessHandle.current().descendants().forEach(this::look);
            try {
                thread.join(INTERVAL_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(
                    Path.of("/proc", Long.toString(pid), "cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    private void look(ProcessHandle child) {
        try {
            // Between fork and exec a child has this process' own memory.
            if (commandLine(child.pid()).equals(own)) {
                return;
            }
            List<String> lines =
                    Files.readAllLines(Path.of("/proc", Long.toString(child.pid()), "status"));
            for (String line : lines) {
                if (line.startsWith("VmHWM:")) {
                    long kibibytes = Long.parseLong(line.replaceAll("\\D", ""));
                    peakBytes = Math.max(peakBytes, kibibytes << 10);
                }
            }
        } catch (IOException e) {
            // It has ended meanwhile; on other systems than Linux nothing is told.
            return;
        }
    }
}
