package com.autoclipr.worker.supervisor;

import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;
import java.time.Duration;
import java.util.Optional;

/// Decides from one observation after another when a worker counts as stalled. Time counts only as
/// long as the controller runs: while it is stopped (Ctrl-Z, a sleeping laptop), no worker stalls.
/// Not safe for several threads.
final class StallDetector {
    /// The most that one look adds, however long ago the last one was.
    private static final Duration LONGEST_STEP = Duration.ofSeconds(1);

    /// Less than this between two looks is what the machine under a worker reads for itself.
    private static final long LEAST_READ_BYTES = 4096;

    /// A process that waits still beats, and its virtual machine has a clock of its own: up to this
    /// much processor time, and one part in [#IDLE_PARTS] of the time that it waits.
    private static final long IDLE_CPU_MS = 50;

    private static final int IDLE_PARTS = 200;

    private final WorkerTimeouts timeouts;
    private Observation last;
    private long silentNs;
    private long idleNs;
    private long idleCpuMs;
    private long workedMs;
    private long workedUnreadMs;

    /// What is seen of a worker at a moment; all but `busy` never decrease.
    ///
    /// @param atNs nanoseconds on the watch's clock
    /// @param heard messages received; 0: it has not yet begun
    /// @param progress jobs given, and messages that reported progress
    /// @param cpuMs processor time used
    /// @param readBytes bytes it asked the system to read
    /// @param busy whether it has a job
    record Observation(
            long atNs, long heard, long progress, long cpuMs, long readBytes, boolean busy) {}

    StallDetector(WorkerTimeouts timeouts, long startNs) {
        this.timeouts = timeouts;
        this.last = new Observation(startNs, 0, 0, 0, 0, false);
    }

    /// Why the worker counts as stalled now, if it does.
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
                Failure.of(
                        FailureKind.WORKER_STALLED,
                        "reason",
                        reason,
                        "seconds",
                        Long.toString(elapsedMs / 1000)));
    }
}
