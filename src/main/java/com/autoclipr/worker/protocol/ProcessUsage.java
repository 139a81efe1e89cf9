package com.autoclipr.worker.protocol;

import com.autoclipr.worker.ProcessFiles;
import java.time.Duration;

/// What a process has used so far.
///
/// @param cpuMs processor time in milliseconds, user and system, of all its threads
/// @param peakMemoryBytes most resident memory at any moment; 0 where the system does not say
public record ProcessUsage(long cpuMs, long peakMemoryBytes) {
    public static final ProcessUsage NONE = new ProcessUsage(0, 0);
    private static final ProcessFiles FILES = new ProcessFiles(ProcessHandle.current().pid());

    /// Of the process that calls.
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
