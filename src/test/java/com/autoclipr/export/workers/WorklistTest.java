package com.autoclipr.export.workers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Who gets which work when: elsewhere after a failure, then alone, then never again.
@Timeout(30)
class WorklistTest {
    private static Worklist list(int places, int chunks) {
        return new Worklist(places, IntStream.range(0, chunks).boxed().toList(), false);
    }

    private static Worklist.Turn turn(Worklist work, int place) throws InterruptedException {
        return work.take(place, true).orElseThrow();
    }

    @Test
    void aFailedChunkGoesToAnotherPlace() throws InterruptedException {
        Worklist work = list(2, 4);
        Worklist.Turn first = turn(work, 0);
        assertTrue(work.failed(first, 0));
        assertFalse(turn(work, 0).work() == first.work());
        assertEquals(new Worklist.Turn(first.work(), 2, false), turn(work, 1));
    }

    @Test
    void aSecondTryIsNotGivenToAPlaceThatHoldsSomething() throws InterruptedException {
        Worklist work = list(2, 2);
        Worklist.Turn first = turn(work, 0);
        turn(work, 1);
        assertTrue(work.failed(first, 0));
        assertEquals(Optional.empty(), work.take(1, false));
    }

    @Test
    void theThirdTryIsAlone() throws InterruptedException {
        Worklist work = list(2, 3);
        Worklist.Turn first = turn(work, 0);
        assertTrue(work.failed(first, 0));
        Worklist.Turn beside = turn(work, 0);
        Worklist.Turn second = turn(work, 1);
        assertEquals(new Worklist.Turn(first.work(), 2, false), second);
        assertTrue(work.failed(second, 1));
        assertEquals(Optional.empty(), work.take(1, false), "something else is in work");
        work.done(beside);
        Worklist.Turn third = turn(work, 1);
        assertEquals(new Worklist.Turn(first.work(), 3, true), third);
        assertEquals(Optional.empty(), work.take(0, false), "it is to be alone");
        work.done(third);
        assertTrue(work.take(0, false).isPresent());
    }

    @Test
    void afterThreeTriesItHasFailed() throws InterruptedException {
        Worklist work = list(1, 1);
        assertTrue(work.failed(turn(work, 0), 0));
        assertTrue(work.failed(turn(work, 0), 0));
        assertFalse(work.failed(turn(work, 0), 0));
    }

    @Test
    void whatWasNeverBegunIsNotCharged() throws InterruptedException {
        Worklist work = list(1, 2);
        Worklist.Turn first = turn(work, 0);
        Worklist.Turn next = work.take(0, false).orElseThrow();
        assertTrue(work.failed(first, 0));
        work.lost(next);
        assertEquals(2, turn(work, 0).attempt());
        assertEquals(new Worklist.Turn(next.work(), 1, false), turn2(work, first));
    }

    private static Worklist.Turn turn2(Worklist work, Worklist.Turn first)
            throws InterruptedException {
        work.done(new Worklist.Turn(first.work(), 2, false));
        return turn(work, 0);
    }

    /// Threads that fail at random do everything exactly once, and nothing beside what is alone.
    @Test
    void everythingIsDoneOnceWhateverFails() throws InterruptedException {
        for (int seed = 0; seed < 40; seed++) {
            int places = 1 + seed % 4;
            boolean sound = seed % 2 == 0;
            Shift shift =
                    new Shift(new Worklist(places, IntStream.range(0, 30).boxed().toList(), sound));
            List<Thread> threads = new ArrayList<>();
            for (int place = 0; place < places; place++) {
                int number = place;
                Random chance = new Random(seed * 31L + place);
                threads.add(Thread.ofVirtual().start(() -> shift.work(number, chance)));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertEquals(0, shift.broken.get(), "seed " + seed);
            assertEquals(sound ? 31 : 30, shift.done.size(), "seed " + seed);
            assertEquals(31 - (sound ? 0 : 1), new HashSet<>(shift.done).size(), "seed " + seed);
        }
    }

    /// Places at work, some of which fail.
    private static final class Shift {
        private final Worklist list;
        private final List<Integer> done = Collections.synchronizedList(new ArrayList<>());
        private final AtomicInteger atWork = new AtomicInteger();
        private final AtomicInteger broken = new AtomicInteger();

        Shift(Worklist list) {
            this.list = list;
        }

        void work(int place, Random chance) {
            try {
                Optional<Worklist.Turn> next = list.take(place, true);
                while (next.isPresent()) {
                    doOne(next.get(), place, chance);
                    next = list.take(place, true);
                }
            } catch (InterruptedException e) {
                broken.incrementAndGet();
            }
        }

        private void doOne(Worklist.Turn turn, int place, Random chance)
                throws InterruptedException {
            int others = atWork.getAndIncrement();
            if (turn.alone() && others > 0) {
                broken.incrementAndGet();
            }
            Thread.sleep(chance.nextInt(2));
            atWork.decrementAndGet();
            if (turn.attempt() < 3 && chance.nextInt(4) == 0) {
                list.failed(turn, place);
            } else {
                done.add(turn.work());
                list.done(turn);
            }
        }
    }

    @Test
    void noThreadWaitsAfterAStop() throws InterruptedException {
        Worklist work = list(2, 1);
        turn(work, 0);
        Thread waiting =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        work.take(1, true);
                                    } catch (InterruptedException e) {
                                        Thread.currentThread().interrupt();
                                    }
                                });
        work.stop();
        waiting.join();
    }
}
