package com.autoclipr.export.job;

import java.time.Instant;

/// The process that something belongs to, told apart from another one that gets the same number
/// later (in a container every run has the same): its number and the time it was started.
///
/// @param pid its number
/// @param startMs when it was started, milliseconds since 1970; 0 where the system does not tell
public record ProcessOwner(long pid, long startMs) {
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
                .map(process -> of(process).startMs() == startMs)
                .orElse(false);
    }
}
