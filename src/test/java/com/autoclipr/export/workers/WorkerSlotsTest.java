package com.autoclipr.export.workers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.export.workers.WorkerSlots.Rank;
import com.autoclipr.export.workers.WorkerSlots.Slot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Who gets room for a worker, and when.
@Timeout(30)
class WorkerSlotsTest {
    private static final int SMALL = 100;
    private static final List<Rank> RANKS = List.of(Rank.values());

    private static CompletableFuture<Optional<Slot>> taking(
            WorkerSlots slots, Rank rank, long bytes) {
        return taking(slots, rank, bytes, new AtomicBoolean());
    }

    private static CompletableFuture<Optional<Slot>> taking(
            WorkerSlots slots, Rank rank, long bytes, AtomicBoolean needless) {
        CompletableFuture<Optional<Slot>> taken = new CompletableFuture<>();
        Thread thread =
                Thread.ofPlatform()
                        .daemon()
                        .start(
                                () -> {
                                    try {
                                        taken.complete(
                                                slots.lease(rank).take(0, bytes, needless::get));
                                    } catch (InterruptedException e) {
                                        taken.completeExceptionally(e);
                                    }
                                });
        while (!taken.isDone()
                && thread.getState() != Thread.State.WAITING
                && thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        return taken;
    }

    private static Slot got(CompletableFuture<Optional<Slot>> taken) {
        return taken.orTimeout(10, TimeUnit.SECONDS).join().orElseThrow();
    }

    @Test
    void theNumberIsBounded() {
        WorkerSlots slots = new WorkerSlots(2, 10 * SMALL);
        Slot first = slots.tryTake(SMALL).orElseThrow();
        assertTrue(slots.tryTake(SMALL).isPresent());
        assertEquals(Optional.empty(), slots.tryTake(SMALL));
        CompletableFuture<Optional<Slot>> third = taking(slots, Rank.FURTHER, SMALL);
        assertFalse(third.isDone());
        first.close();
        first.close();
        assertEquals(SMALL, got(third).bytes());
        assertEquals(Optional.empty(), slots.tryTake(SMALL), "closing twice frees one slot");
    }

    @Test
    void memoryIsBounded() {
        WorkerSlots slots = new WorkerSlots(8, 3 * SMALL);
        Slot large = slots.tryTake(2 * SMALL).orElseThrow();
        assertEquals(Optional.empty(), slots.tryTake(2 * SMALL));
        Slot small = slots.tryTake(SMALL).orElseThrow();
        CompletableFuture<Optional<Slot>> whole = taking(slots, Rank.FIRST, 3 * SMALL);
        small.close();
        assertEquals(Optional.empty(), slots.tryTake(SMALL), "nothing overtakes what waits");
        assertFalse(whole.isDone());
        large.close();
        assertEquals(3 * SMALL, got(whole).bytes());
    }

    @Test
    void aHigherRankComesFirst() {
        WorkerSlots slots = new WorkerSlots(1, SMALL);
        Slot only = slots.tryTake(SMALL).orElseThrow();
        var further = taking(slots, Rank.FURTHER, SMALL);
        var laterExport = taking(slots, Rank.FIRST, SMALL);
        var preview = taking(slots, Rank.INTERACTIVE, SMALL);
        only.close();
        Slot previews = got(preview);
        assertFalse(laterExport.isDone());
        previews.close();
        Slot exports = got(laterExport);
        assertFalse(further.isDone());
        exports.close();
        got(further);
    }

    @Test
    void theExportThatWasStartedFirstComesBackFirst() throws InterruptedException {
        WorkerSlots slots = new WorkerSlots(1, SMALL);
        WorkerSlots.Lease first = slots.lease(Rank.FIRST);
        Slot only = slots.tryTake(SMALL).orElseThrow();
        var second = taking(slots, Rank.FIRST, SMALL);
        only.close();
        Slot seconds = got(second);
        var third = taking(slots, Rank.FIRST, SMALL);
        CompletableFuture<Optional<Slot>> again = new CompletableFuture<>();
        Thread thread =
                Thread.ofPlatform()
                        .daemon()
                        .start(
                                () -> {
                                    try {
                                        again.complete(first.take(0, SMALL, () -> false));
                                    } catch (InterruptedException e) {
                                        again.completeExceptionally(e);
                                    }
                                });
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        seconds.close();
        got(again);
        assertFalse(third.isDone());
    }

    @Test
    void onlyAsManySlotsAreWantedAsAClaimNeeds() {
        WorkerSlots slots = new WorkerSlots(2, 10 * SMALL);
        Slot one = slots.tryTake(SMALL).orElseThrow();
        Slot two = slots.tryTake(SMALL).orElseThrow();
        assertFalse(one.isWanted(Rank.FURTHER));
        AtomicBoolean needless = new AtomicBoolean();
        var claim = taking(slots, Rank.FIRST, SMALL, needless);
        assertFalse(two.isWanted(Rank.FIRST), "an equal rank does not give way");
        assertTrue(one.isWanted(Rank.FURTHER));
        assertFalse(two.isWanted(Rank.FURTHER));
        assertTrue(one.isWanted(Rank.FURTHER), "it stays so until it is given back");
        needless.set(true);
        slots.wake();
        assertEquals(Optional.empty(), claim.orTimeout(10, TimeUnit.SECONDS).join());
        assertFalse(one.isWanted(Rank.FURTHER), "nobody waits any more");
        var next = taking(slots, Rank.FIRST, SMALL);
        assertTrue(one.isWanted(Rank.FURTHER), "the next claim asks again");
        one.close();
        got(next);
    }

    @Test
    void aClaimForMuchMemoryAsksForSeveralSlots() {
        WorkerSlots slots = new WorkerSlots(4, 4 * SMALL);
        List<Slot> held = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            held.add(slots.tryTake(SMALL).orElseThrow());
        }
        var claim = taking(slots, Rank.FIRST, 3 * SMALL);
        assertEquals(3, held.stream().filter(slot -> slot.isWanted(Rank.FURTHER)).count());
        held.stream().filter(slot -> slot.isWanted(Rank.FURTHER)).toList().forEach(Slot::close);
        got(claim);
    }

    @Test
    void anIdleSlotIsReclaimedAfterAWhile() {
        WorkerSlots slots = new WorkerSlots(1, SMALL);
        Slot preview = slots.tryTake(SMALL).orElseThrow();
        AtomicInteger ended = new AtomicInteger();
        long startNs = System.nanoTime();
        preview.idle(Duration.ofMillis(200), ended::incrementAndGet);
        var export = taking(slots, Rank.FIRST, SMALL);
        got(export);
        assertTrue(System.nanoTime() - startNs >= 200_000_000, "it did not linger");
        assertEquals(1, ended.get());
        assertFalse(preview.resume(), "it is gone");
        preview.close();
        assertEquals(Optional.empty(), slots.tryTake(SMALL), "it is not freed twice");
    }

    @Test
    void whatIsResumedIsNotReclaimed() {
        WorkerSlots slots = new WorkerSlots(1, SMALL);
        Slot preview = slots.tryTake(SMALL).orElseThrow();
        preview.idle(Duration.ofMinutes(10), () -> {});
        var export = taking(slots, Rank.FIRST, SMALL);
        assertTrue(preview.resume());
        assertFalse(export.isDone());
        preview.idle(Duration.ZERO, () -> {});
        got(export);
    }

    @Test
    void anInterruptedClaimLeavesTheLine() throws InterruptedException {
        WorkerSlots slots = new WorkerSlots(1, SMALL);
        Slot only = slots.tryTake(SMALL).orElseThrow();
        CompletableFuture<Void> waiting = new CompletableFuture<>();
        Thread thread =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    try {
                                        slots.lease(Rank.FIRST).take(0, SMALL, () -> false);
                                    } catch (InterruptedException e) {
                                        waiting.completeExceptionally(e);
                                    }
                                });
        thread.interrupt();
        thread.join();
        assertThrows(CompletionException.class, waiting::join);
        only.close();
        assertTrue(slots.tryTake(SMALL).isPresent());
    }

    /// Threads that take, rest, resume and give back at random never hold more than there is, and
    /// all get what they ask for.
    @Test
    void theBudgetHoldsWhateverIsDone() throws InterruptedException {
        WorkerSlots slots = new WorkerSlots(3, 5 * SMALL);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger runningBytes = new AtomicInteger();
        AtomicInteger broken = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int seed = 0; seed < 8; seed++) {
            Random chance = new Random(seed);
            Rank rank = RANKS.get(seed % RANKS.size());
            threads.add(
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        try {
                                            for (int i = 0; i < 200; i++) {
                                                turn(
                                                        slots,
                                                        rank,
                                                        chance,
                                                        new AtomicInteger[] {
                                                            running, runningBytes, broken
                                                        });
                                            }
                                            done.incrementAndGet();
                                        } catch (InterruptedException e) {
                                            Thread.currentThread().interrupt();
                                        }
                                    }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertEquals(8, done.get());
        assertEquals(0, broken.get());
        assertTrue(slots.tryTake(5 * SMALL).isPresent(), "everything was given back");
    }

    private static void turn(WorkerSlots slots, Rank rank, Random chance, AtomicInteger[] counts)
            throws InterruptedException {
        int bytes = SMALL * (1 + chance.nextInt(4));
        Slot slot = slots.lease(rank).take(0, bytes, () -> false).orElseThrow();
        AtomicBoolean counted = new AtomicBoolean(true);
        if (counts[0].incrementAndGet() > 3 || counts[1].addAndGet(bytes) > 5 * SMALL) {
            counts[2].incrementAndGet();
        }
        Runnable end =
                () -> {
                    if (counted.getAndSet(false)) {
                        counts[0].decrementAndGet();
                        counts[1].addAndGet(-bytes);
                    }
                };
        if (chance.nextBoolean()) {
            slot.idle(Duration.ZERO, end);
            LockSupport.parkNanos(1000);
            slot.resume();
        }
        end.run();
        slot.close();
    }
}
