package com.autoclipr.export.job;

import java.time.Instant;

/// Identifies a process by its id and start time, since ids are reused (in a container every run
/// may have the same).
///
/// @param pid process id
/// @param startMs start time in milliseconds since 1970; 0 if unknown
public record ProcessOwner(long pid, long startMs) {
    /// Tolerance: the system derives start times from its clock, which may be adjusted.
    private static final long SAME_START_MS = 5000;

    /// The current process.
    public static ProcessOwner current() {
        return of(ProcessHandle.current());
    }

    private static ProcessOwner of(ProcessHandle process) {
        long startMs = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return new ProcessOwner(process.pid(), startMs);
    }

    /// Whether it is still running on this machine.
    public boolean stillRuns() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(process -> Math.abs(of(process).startMs() - startMs) <= toleranceMs())
                .orElse(false);
    }

    /// The start time of the current process never varies, so an earlier start with the same id is
    /// the previous run in a container.
    private long toleranceMs() {
        return pid == ProcessHandle.current().pid() ? 0 : SAME_START_MS;
    }
}
