package com.autoclipr.worker.supervisor;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;

/// The number of workers that a machine or container can support.
///
/// @param workers number of workers, at least 1
/// @param memoryBytes limit for the resident memory of each
/// @param aloneBytes limit for a worker that runs alone
public record WorkerBudget(int workers, long memoryBytes, long aloneBytes) {
    /// Reserve for the controller: 256 MiB of heap, the rest of its JVM, and the system.
    static final long CONTROLLER_BYTES = 400L << 20;

    /// Memory of a worker for 1440p, with some margin (770 MiB measured).
    static final long ROOMY_BYTES = 1L << 30;

    /// Minimum memory, even for 720p (400 MiB measured).
    static final long LEAST_BYTES = 512L << 20;

    /// As many of the requested workers as get a comfortable share of the memory; on a smaller
    /// machine a single one with all of it.
    ///
    /// @param asked at least 1
    /// @param mostBytes limit per worker in any case
    /// @throws com.autoclipr.failure.FailureException OUT_OF_MEMORY with `limit` (available) and
    ///   `needed` if not even one fits
    public static WorkerBudget of(Machine machine, int asked, long mostBytes) {
        long usable = usableBytes(machine);
        if (usable < LEAST_BYTES) {
            throw Failure.of(FailureKind.OUT_OF_MEMORY)
                    .with(Fact.LIMIT, Long.toString(machine.memoryBytes()))
                    .with(Fact.NEEDED, Long.toString(CONTROLLER_BYTES + LEAST_BYTES))
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
