package com.autoclipr.worker;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// How worker processes are started and watched.
///
/// @param command program and arguments that start a worker, up to and including the word that
///   makes it one
/// @param nativesDir private folder into which native libraries are unpacked
/// @param memoryBytes most resident memory of one worker; it is ended when it passes this
/// @param stallTimeout longest time without any progress while it has a job
public record WorkerSettings(
        List<String> command, Path nativesDir, long memoryBytes, Duration stallTimeout) {
    /// The limit that the specification sets for each worker.
    public static final long DEFAULT_MEMORY_BYTES = 2L << 30;

    public static final Duration DEFAULT_STALL_TIMEOUT = Duration.ofSeconds(60);

    public WorkerSettings {
        command = List.copyOf(command);
    }
}
