package com.autoclipr.export.workers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// The budget of worker processes that all exports and previews of a controller share: their
/// maximum number and total memory. It starts no process: a [WorkerPool] takes a slot before it
/// starts one, and releases it when that has ended.
///
/// Slots are granted by rank, and within a rank to the export that was started first. Only a claim
/// of higher rank overtakes the first one, never a smaller claim, so that one for much memory is
/// eventually granted. Thread-safe.
public final class WorkerSlots {
    /// Not by [Comparator#comparing]: its lambdas are serializable, which no AOT cache holds, and
    /// making one costs every start 10 ms.
    private static final Comparator<Claim> ORDER = WorkerSlots::inOrder;

    private final int most;
    private final long memoryBytes;
    private final List<Claim> waiting = new ArrayList<>();
    private final List<Slot> idle = new ArrayList<>();
    private long nextOrder;
    private int used;
    private long usedBytes;

    /// Purpose of a slot; earlier ranks have priority.
    public enum Rank {
        /// A preview or a probe, which a user is waiting for.
        INTERACTIVE,
        /// The first worker of an export.
        FIRST,
        /// One more worker of an export.
        FURTHER
    }

    private static final class Claim {
        private final Rank rank;
        private final long order;
        private final long bytes;

        /// Slots that were asked to be released for it.
        private int promised;

        private long promisedBytes;

        Claim(Rank rank, long order, long bytes) {
            this.rank = rank;
            this.order = order;
            this.bytes = bytes;
        }
    }

    /// @param most maximum number of worker processes, at least 1
    /// @param memoryBytes total memory
    public WorkerSlots(int most, long memoryBytes) {
        if (most < 1) {
            throw new IllegalArgumentException("most must be at least 1, was " + most);
        }
        this.most = most;
        this.memoryBytes = memoryBytes;
    }

    /// Room for one worker process. Owned by the caller that took it, until an idle one is
    /// reclaimed.
    public final class Slot implements AutoCloseable {
        private final long bytes;
        private @Nullable Claim promisedTo;
        private @Nullable Runnable end;
        private long reclaimableNs;
        private boolean reclaimed;
        private boolean closed;

        private Slot(long bytes) {
            this.bytes = bytes;
        }

        /// Memory limit of its worker.
        long bytes() {
            return bytes;
        }

        /// Whether to release this slot once its worker has finished its current work, because a
        /// claim of higher rank waits. Set for no more slots than the claim needs.
        ///
        /// @param own purpose of the slot
        boolean isWanted(Rank own) {
            synchronized (WorkerSlots.this) {
                if (promisedTo != null && waiting.contains(promisedTo)) {
                    return true;
                }
                promisedTo = null;
                for (Claim claim : waiting) {
                    if (claim.rank.compareTo(own) < 0
                            && !fits(claim, claim.promised, claim.promisedBytes)) {
                        promisedTo = claim;
                        claim.promised++;
                        claim.promisedBytes += bytes;
                        return true;
                    }
                }
                return false;
            }
        }

        /// From now on waiting claims may reclaim this slot.
        ///
        /// @param linger grace period before that
        /// @param endWorker ends the worker process; called at most once, by the thread that waits
        void idle(Duration linger, Runnable endWorker) {
            synchronized (WorkerSlots.this) {
                idle.remove(this);
                end = endWorker;
                reclaimableNs = System.nanoTime() + linger.toNanos();
                idle.add(this);
                WorkerSlots.this.notifyAll();
            }
        }

        /// Ends [#idle].
        ///
        /// @return whether the slot can still be used; false if it has been reclaimed
        boolean resume() {
            synchronized (WorkerSlots.this) {
                idle.remove(this);
                return !reclaimed && !closed;
            }
        }

        @Override
        public void close() {
            synchronized (WorkerSlots.this) {
                if (closed) {
                    return;
                }
                closed = true;
                idle.remove(this);
                used--;
                usedBytes -= bytes;
                Claim claim = promisedTo;
                if (claim != null) {
                    claim.promised--;
                    claim.promisedBytes -= bytes;
                }
                WorkerSlots.this.notifyAll();
            }
        }
    }

    private static int inOrder(Claim one, Claim other) {
        int byRank = one.rank.compareTo(other.rank);
        return byRank != 0 ? byRank : Long.compare(one.order, other.order);
    }

    /// A slot, if one is free and nothing else waits for it.
    synchronized Optional<Slot> tryTake(long bytes) {
        return waiting.isEmpty() && fits(bytes, 0, 0)
                ? Optional.of(granted(bytes))
                : Optional.empty();
    }

    /// Opens a lease for all slots of an export or preview.
    ///
    /// @param rank of its first slot; more are [Rank#FURTHER]
    public synchronized Lease lease(Rank rank) {
        return new Lease(rank, nextOrder++);
    }

    /// The slots of one export or preview.
    public final class Lease {
        private final Rank rank;
        private final long order;

        private Lease(Rank rank, long order) {
            this.rank = rank;
            this.order = order;
        }

        /// Purpose of a slot.
        ///
        /// @param others other slots of the lease
        Rank rank(long others) {
            return others > 0 ? Rank.FURTHER : rank;
        }

        Optional<Slot> tryTake(long bytes) {
            return WorkerSlots.this.tryTake(bytes);
        }

        /// Waits for a slot.
        ///
        /// @param others slots of the lease
        /// @param needless as for [WorkerSlots#take]
        Optional<Slot> take(long others, long bytes, BooleanSupplier needless)
                throws InterruptedException {
            return WorkerSlots.this.take(rank(others), order, bytes, needless);
        }

        void wake() {
            WorkerSlots.this.wake();
        }

        /// Maximum number of worker processes.
        public int most() {
            return most;
        }
    }

    /// Waits for a slot.
    ///
    /// @param order among claims of the same rank, lowest first
    /// @param needless whether it is no longer needed; evaluated again after each [#wake()]
    /// @return empty if it is no longer needed
    Optional<Slot> take(Rank rank, long order, long bytes, BooleanSupplier needless)
            throws InterruptedException {
        Claim claim = new Claim(rank, order, bytes);
        synchronized (this) {
            waiting.add(claim);
            waiting.sort(ORDER);
        }
        try {
            while (!needless.getAsBoolean()) {
                Slot unused;
                synchronized (this) {
                    if (waiting.getFirst() == claim && fits(bytes, 0, 0)) {
                        return Optional.of(granted(bytes));
                    }
                    unused = reclaimable();
                    if (unused == null && !needless.getAsBoolean()) {
                        wait(waitMs());
                    }
                }
                if (unused != null) {
                    end(unused);
                }
            }
            return Optional.empty();
        } finally {
            synchronized (this) {
                waiting.remove(claim);
                notifyAll();
            }
        }
    }

    /// Makes waiting claims check again whether they are still needed.
    synchronized void wake() {
        notifyAll();
    }

    private Slot granted(long bytes) {
        used++;
        usedBytes += bytes;
        return new Slot(bytes);
    }

    private boolean fits(Claim claim, int freed, long freedBytes) {
        return fits(claim.bytes, freed, freedBytes);
    }

    private boolean fits(long bytes, int freed, long freedBytes) {
        return used - freed < most && usedBytes - freedBytes + bytes <= memoryBytes;
    }

    /// An idle slot that the caller may end; null if there is none yet.
    private @Nullable Slot reclaimable() {
        long nowNs = System.nanoTime();
        for (Slot slot : idle) {
            if (slot.reclaimableNs - nowNs <= 0) {
                idle.remove(slot);
                slot.reclaimed = true;
                return slot;
            }
        }
        return null;
    }

    private static void end(Slot slot) {
        try {
            Runnable end = slot.end;
            if (end != null) {
                end.run();
            }
        } finally {
            slot.close();
        }
    }

    /// How long to wait until an idle slot may be reclaimed, in milliseconds; 0 if there is none,
    /// so that only a change ends the wait.
    private long waitMs() {
        long nowNs = System.nanoTime();
        long soonestNs = Long.MAX_VALUE;
        for (Slot slot : idle) {
            soonestNs = Math.min(soonestNs, Math.max(0, slot.reclaimableNs - nowNs));
        }
        return idle.isEmpty() ? 0 : TimeUnit.NANOSECONDS.toMillis(soonestNs) + 1;
    }
}
