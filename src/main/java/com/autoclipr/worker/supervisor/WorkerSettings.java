package com.autoclipr.worker.supervisor;

import java.nio.file.Path;
import java.util.List;

/// How worker processes are started and watched.
///
/// @param command program and arguments that start a worker, up to and including the word that
///   makes it one
/// @param nativesDir private folder into which native libraries are unpacked
/// @param memoryBytes most resident memory of one worker; it is ended when it passes this
/// @param timeouts how long it may go without a sign of life or of progress
public record WorkerSettings(
        List<String> command, Path nativesDir, long memoryBytes, WorkerTimeouts timeouts) {
    /// The limit that the specification sets for each worker.
    public static final long DEFAULT_MEMORY_BYTES = 2L << 30;

    public WorkerSettings {
        command = List.copyOf(command);
    }

    /// The same workers with another bound on memory, and a heap that fits under it.
    public WorkerSettings withMemory(long bytes) {
        return new WorkerSettings(
                WorkerLaunch.withHeapFor(command, bytes), nativesDir, bytes, timeouts);
    }
}
