package com.autoclipr.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// What a process has used so far.
///
/// @param cpuMs processor time in milliseconds, user and system, of all its threads
/// @param peakMemoryBytes most resident memory at any moment; 0 where the system does not tell
public record ProcessUsage(long cpuMs, long peakMemoryBytes) {
    static final ProcessUsage NONE = new ProcessUsage(0, 0);
    private static final Path STATUS = Path.of("/proc/self/status");

    /// Of the process that calls.
    public static ProcessUsage current() {
        long cpuMs =
                ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .map(Duration::toMillis)
                        .orElse(0L);
        return new ProcessUsage(cpuMs, peakMemory());
    }

    /// `VmHWM` of Linux's /proc/self/status, in KiB there.
    private static long peakMemory() {
        if (!Files.isReadable(STATUS)) {
            return 0;
        }
        try {
            for (String line : Files.readAllLines(STATUS)) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
                }
            }
        } catch (IOException e) {
            return 0;
        }
        return 0;
    }
}
