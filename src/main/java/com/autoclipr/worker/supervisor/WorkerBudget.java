package com.autoclipr.worker.supervisor;

import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;

/// How many workers a machine, or what a container leaves of it, can feed.
///
/// @param workers how many, at least 1
/// @param memoryBytes most resident memory of each
/// @param aloneBytes most resident memory of one that runs while no other does
public record WorkerBudget(int workers, long memoryBytes, long aloneBytes) {
    /// The controller: 256 MiB of heap, the rest of its JVM, and what the system keeps.
    static final long CONTROLLER_BYTES = 400L << 20;

    /// What a worker needs in order to export 1440p, with some room (770 MiB were measured).
    static final long ROOMY_BYTES = 1L << 30;

    /// Below this even 720p does not go through (400 MiB were measured).
    static final long LEAST_BYTES = 512L << 20;

    /// As many workers as were asked for, and as get a roomy share of the memory; in a machine too
    /// small for one of those a single one, with whatever there is.
    ///
    /// @param asked at least 1
    /// @param mostBytes that one worker may have in any case
    /// @throws com.autoclipr.failure.FailureException OUT_OF_MEMORY with `limit` (what there is)
    ///   and `actual` (what is needed) if not even one fits
    public static WorkerBudget of(Machine machine, int asked, long mostBytes) {
        long usable = usableBytes(machine);
        if (usable < LEAST_BYTES) {
            throw Failure.of(
                            FailureKind.OUT_OF_MEMORY,
                            "limit",
                            Long.toString(machine.memoryBytes()),
                            "needed",
                            Long.toString(CONTROLLER_BYTES + LEAST_BYTES))
                    .asException();
        }
        int workers = (int) Math.clamp(usable / Math.min(ROOMY_BYTES, mostBytes), 1L, (long) asked);
        return new WorkerBudget(
                workers, Math.min(mostBytes, usable / workers), Math.min(mostBytes, usable));
    }

    /// What all workers may have together.
    public static long usableBytes(Machine machine) {
        return machine.memoryBytes() - CONTROLLER_BYTES;
    }
}
