package com.autoclipr.worker.protocol;

import com.autoclipr.worker.ProcessFiles;
import java.time.Duration;

/// Resource usage of a process so far.
///
/// @param cpuMs CPU time in milliseconds, user and system, of all threads
/// @param peakMemoryBytes peak resident memory; 0 if the system does not report it
public record ProcessUsage(long cpuMs, long peakMemoryBytes) {
    public static final ProcessUsage NONE = new ProcessUsage(0, 0);
    private static final ProcessFiles FILES = new ProcessFiles(ProcessHandle.current().pid());

    /// The usage of this process.
    public static ProcessUsage current() {
        long cpuMs =
                ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .map(Duration::toMillis)
                        .orElse(0L);
        return new ProcessUsage(cpuMs, FILES.peakResidentBytes());
    }
}
