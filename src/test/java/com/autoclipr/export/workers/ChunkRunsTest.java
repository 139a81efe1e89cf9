package com.autoclipr.export.workers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChunkRunsTest {
    @Test
    void aWorkerWalksOnAndANewcomerTakesTheSecondHalf() {
        ChunkRuns runs = new ChunkRuns(IntStream.range(0, 20).boxed().toList());
        assertEquals(OptionalInt.of(0), runs.next(OptionalInt.empty(), List.of()));
        assertEquals(OptionalInt.of(10), runs.next(OptionalInt.empty(), List.of(0)));
        assertEquals(OptionalInt.of(1), runs.next(OptionalInt.of(0), List.of(10)));
        assertEquals(OptionalInt.of(11), runs.next(OptionalInt.of(10), List.of(1)));
        assertEquals(OptionalInt.of(6), runs.next(OptionalInt.empty(), List.of(1, 11)));
    }

    @Test
    void aRunThatNoWorkerApproachesIsTakenFromItsStart() {
        ChunkRuns runs = new ChunkRuns(List.of(5, 6, 7));
        assertEquals(OptionalInt.of(5), runs.next(OptionalInt.of(2), List.of()));
    }

    @Test
    void everyChunkIsGivenOutExactlyOnceWhateverTheOrder() {
        Random random = new Random(4);
        for (int round = 0; round < 100; round++) {
            int chunks = 1 + random.nextInt(60);
            int workers = 1 + random.nextInt(5);
            ChunkRuns runs = new ChunkRuns(IntStream.range(0, chunks).boxed().toList());
            TreeSet<Integer> given = new TreeSet<>();
            OptionalInt[] last = new OptionalInt[workers];
            Arrays.fill(last, OptionalInt.empty());
            while (!runs.isEmpty()) {
                int worker = random.nextInt(workers);
                List<Integer> others = new ArrayList<>();
                for (int w = 0; w < workers; w++) {
                    if (w != worker) {
                        last[w].ifPresent(others::add);
                    }
                }
                OptionalInt next = runs.next(last[worker], others);
                assertTrue(given.add(next.orElseThrow()), "given twice: " + next);
                if (random.nextInt(10) == 0) {
                    runs.giveBack(next.getAsInt());
                    given.remove(next.getAsInt());
                } else {
                    last[worker] = next;
                }
            }
            assertEquals(chunks, given.size());
        }
    }
}
