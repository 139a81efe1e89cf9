package com.autoclipr.worker.supervisor;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;
import java.time.Duration;
import java.util.Optional;

/// Decides from successive observations when a worker counts as stalled. Only time in which the
/// controller runs counts: while it is stopped (Ctrl-Z, a suspended laptop), no worker stalls. Not
/// thread-safe.
final class StallDetector {
    /// Maximum time that one observation adds, however long ago the previous one was.
    private static final Duration LONGEST_STEP = Duration.ofSeconds(1);

    /// Reading less than this between two observations is background activity of the JVM.
    private static final long LEAST_READ_BYTES = 4096;

    /// A waiting process still sends heartbeats, and its JVM has background threads: up to this
    /// much CPU time, plus one part in [#IDLE_PARTS] of the waiting time.
    private static final long IDLE_CPU_MS = 50;

    private static final int IDLE_PARTS = 200;

    private final WorkerTimeouts timeouts;
    private Observation last;
    private long silentNs;
    private long idleNs;
    private long idleCpuMs;
    private long workedMs;
    private long workedUnreadMs;

    /// A snapshot of a worker; all values but `busy` never decrease.
    ///
    /// @param atNs monotonic time in nanoseconds
    /// @param heard messages received; 0 until it has started
    /// @param progress jobs given, and messages that reported progress
    /// @param cpuMs CPU time used
    /// @param readBytes bytes requested by read calls
    /// @param busy whether it has a job
    record Observation(
            long atNs, long heard, long progress, long cpuMs, long readBytes, boolean busy) {}

    StallDetector(WorkerTimeouts timeouts, long startNs) {
        this.timeouts = timeouts;
        this.last = new Observation(startNs, 0, 0, 0, 0, false);
    }

    /// The reason why the worker counts as stalled, if it does.
    Optional<Failure> observe(Observation now) {
        long stepNs = Math.min(now.atNs - last.atNs, LONGEST_STEP.toNanos());
        long cpuMs = now.cpuMs - last.cpuMs;
        boolean read = now.readBytes - last.readBytes >= LEAST_READ_BYTES;
        silentNs = now.heard > last.heard ? 0 : silentNs + stepNs;
        if (!now.busy || now.progress > last.progress) {
            idleNs = 0;
            idleCpuMs = 0;
            workedMs = 0;
            workedUnreadMs = 0;
        } else {
            idleNs += stepNs;
            idleCpuMs += cpuMs;
            if (read || idleCpuMs > IDLE_CPU_MS + idleNs / 1_000_000 / IDLE_PARTS) {
                idleNs = 0;
                idleCpuMs = 0;
            }
            workedMs += cpuMs;
            workedUnreadMs = read ? 0 : workedUnreadMs + cpuMs;
        }
        last = now;
        return verdict(now.heard == 0 ? timeouts.start() : timeouts.heartbeat());
    }

    private Optional<Failure> verdict(Duration silence) {
        if (silentNs > silence.toNanos()) {
            return stalled("no-heartbeat", silentNs / 1_000_000);
        }
        if (idleNs > timeouts.stall().toNanos()) {
            return stalled("idle", idleNs / 1_000_000);
        }
        if (workedUnreadMs > timeouts.spinning().toMillis()) {
            return stalled("busy", workedUnreadMs);
        }
        if (workedMs > timeouts.busy().toMillis()) {
            return stalled("busy", workedMs);
        }
        return Optional.empty();
    }

    private static Optional<Failure> stalled(String reason, long elapsedMs) {
        return Optional.of(
                Failure.of(FailureKind.WORKER_STALLED)
                        .with(Fact.REASON, reason)
                        .with(Fact.SECONDS, Long.toString(elapsedMs / 1000)));
    }
}
