package com.autoclipr.worker.supervisor;

import java.nio.file.Path;
import java.util.List;

/// Settings for starting and watching worker processes.
///
/// @param command program and arguments that start a worker, including the argument `worker`
/// @param nativesDir private folder into which native libraries are unpacked
/// @param memoryBytes limit for the resident memory of a worker, which is ended if it exceeds this
/// @param timeouts limits for a worker without heartbeat or progress
public record WorkerSettings(
        List<String> command, Path nativesDir, long memoryBytes, WorkerTimeouts timeouts) {
    /// The specified memory limit of a worker.
    public static final long DEFAULT_MEMORY_BYTES = 2L << 30;

    public WorkerSettings {
        command = List.copyOf(command);
    }

    /// The same settings with another memory limit and a heap that fits into it.
    public WorkerSettings withMemory(long bytes) {
        return new WorkerSettings(
                WorkerLaunch.withHeapFor(command, bytes), nativesDir, bytes, timeouts);
    }

    /// The same settings for workers that end after one job, such as a frame or a probe.
    public WorkerSettings forOneJob() {
        return new WorkerSettings(
                WorkerLaunch.forOneJob(command), nativesDir, memoryBytes, timeouts);
    }
}
