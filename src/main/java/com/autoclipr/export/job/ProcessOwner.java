package com.autoclipr.export.job;

import java.time.Instant;

/// The process that something belongs to, distinguished from another one that gets the same number
/// later (in a container every run has the same): its number and the time it was started.
///
/// @param pid its number
/// @param startMs when it was started, milliseconds since 1970; 0 where the system does not say
public record ProcessOwner(long pid, long startMs) {
    /// The system counts starts by its clock, which may be set meanwhile.
    private static final long SAME_START_MS = 5000;

    /// The process that calls.
    public static ProcessOwner current() {
        return of(ProcessHandle.current());
    }

    private static ProcessOwner of(ProcessHandle process) {
        long startMs = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return new ProcessOwner(process.pid(), startMs);
    }

    /// Whether it still runs on this machine.
    public boolean stillRuns() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(process -> Math.abs(of(process).startMs() - startMs) <= toleranceMs())
                .orElse(false);
    }

    /// One process sees its own start the same at any time, and one of its own number that was
    /// started a moment before is the run before, in a container.
    private long toleranceMs() {
        return pid == ProcessHandle.current().pid() ? 0 : SAME_START_MS;
    }
}
