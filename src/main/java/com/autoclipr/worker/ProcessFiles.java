package com.autoclipr.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What Linux tells of a process in /proc; zeros on other systems, and once the process has ended.
final class ProcessFiles {
    private final Path status;
    private final Path stat;

    ProcessFiles(long pid) {
        Path folder = Path.of("/proc", Long.toString(pid));
        this.status = folder.resolve("status");
        this.stat = folder.resolve("stat");
    }

    /// Resident memory now (`VmRSS`, in KiB there).
    long residentBytes() {
        try {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("VmRSS:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
                }
            }
        } catch (IOException | NumberFormatException e) {
            return 0; // not Linux, or the process has just ended
        }
        return 0;
    }

    /// Processor time of all its threads, user and system, in clock ticks (fields 14 and 15 of
    /// `stat`; the name in field 2 may hold blanks, so fields are counted from its closing
    /// parenthesis).
    long cpuTicks() {
        try {
            String text = Files.readString(stat);
            String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
            return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        } catch (IOException | RuntimeException e) {
            return 0; // not Linux, or the process has just ended
        }
    }
}
