package com.autoclipr.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Resource usage of a process from Linux's /proc; zeros on other systems and once the process has
/// ended.
public final class ProcessFiles {
    /// Linux reports times in hundredths of a second (USER_HZ), whatever the kernel uses
    /// internally.
    private static final int TICK_MS = 10;

    private final Path status;
    private final Path stat;
    private final Path io;

    public ProcessFiles(long pid) {
        Path folder = Path.of("/proc", Long.toString(pid));
        this.status = folder.resolve("status");
        this.stat = folder.resolve("stat");
        this.io = folder.resolve("io");
    }

    /// Current resident memory (`VmRSS`, in KiB there).
    public long residentBytes() {
        return number(status, "VmRSS:") * 1024;
    }

    /// Peak resident memory (`VmHWM`, in KiB there).
    public long peakResidentBytes() {
        return number(status, "VmHWM:") * 1024;
    }

    /// Bytes requested by read calls so far, cached or not (`rchar`).
    public long readBytes() {
        return number(io, "rchar:");
    }

    private static long number(Path file, String name) {
        try {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            int at = text.indexOf(name);
            if (at < 0) {
                return 0;
            }
            long number = 0;
            for (int i = at + name.length(); i < text.length() && text.charAt(i) != '\n'; i++) {
                int digit = text.charAt(i) - '0';
                if (digit >= 0 && digit <= 9) {
                    number = number * 10 + digit;
                }
            }
            return number;
        } catch (IOException e) {
            return 0; // not Linux, no permission, or the process has just ended
        }
    }

    /// Processor time of all its threads, user and system, in milliseconds (fields 14 and 15 of
    /// `stat`, in hundredths of a second; the name in field 2 may hold blanks, so fields are
    /// counted from its closing parenthesis).
    public long cpuMs() {
        try {
            String text = Files.readString(stat);
            String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * TICK_MS;
        } catch (IOException | RuntimeException e) {
            return 0; // not Linux, or the process has just ended
        }
    }
}
