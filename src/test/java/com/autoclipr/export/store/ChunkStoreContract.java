package com.autoclipr.export.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.files.SystemFiles;
import com.autoclipr.media.encoded.EncodedVideoFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What every [ChunkStore] does.
abstract class ChunkStoreContract {
    @TempDir Path spare;

    /// A store that is empty at the first call of a test; later calls give the same store as
    /// another process sees it.
    abstract ChunkStore open(long maxBytes);

    private static void assertHolds(ChunkLease lease, int number) {
        Path file = lease.find(StoredChunks.key(number)).orElseThrow();
        assertArrayEquals(
                StoredChunks.data(number), EncodedVideoFile.read(file).packets().getFirst().data());
    }

    ChunkLease lease(ChunkStore store, int... numbers) {
        return store.lease(
                Set.of(IntStream.of(numbers).mapToObj(StoredChunks::key).toArray(String[]::new)),
                spare);
    }

    @Test
    void whatIsPutIsFoundByTheNextExport() {
        try (ChunkLease lease = lease(open(1 << 20), 1, 2)) {
            assertTrue(lease.find(StoredChunks.key(1)).isEmpty());
            StoredChunks.put(lease, 1);
            assertHolds(lease, 1);
        }
        try (ChunkLease lease = lease(open(1 << 20), 1, 2)) {
            assertHolds(lease, 1);
            assertTrue(lease.find(StoredChunks.key(2)).isEmpty());
        }
    }

    @Test
    void theFirstWholeFileOfAKeyStays() throws IOException {
        try (ChunkLease lease = lease(open(1 << 20), 1)) {
            StoredChunks.put(lease, 1);
            Path second = Files.writeString(lease.stage(StoredChunks.key(1)), "not it");
            lease.put(StoredChunks.key(1), second);
            assertHolds(lease, 1);
            assertFalse(Files.exists(second));
        }
    }

    @Test
    void aDamagedFileGivesWayToAWholeOne() throws IOException {
        try (ChunkLease lease = lease(open(1 << 20), 1)) {
            Path damaged = Files.writeString(lease.stage(StoredChunks.key(1)), "half");
            lease.put(StoredChunks.key(1), damaged);
            StoredChunks.put(lease, 1);
            assertHolds(lease, 1);
        }
    }

    @Test
    void aDiscardedFileIsGone() {
        try (ChunkLease lease = lease(open(1 << 20), 1)) {
            StoredChunks.put(lease, 1);
            lease.discard(StoredChunks.key(1));
            lease.discard(StoredChunks.key(1));
            assertTrue(lease.find(StoredChunks.key(1)).isEmpty());
        }
    }

    @Test
    void whatARunningExportNeedsStays() {
        ChunkStore store = open(0);
        try (ChunkLease lease = lease(store, 1, 2)) {
            StoredChunks.put(lease, 1);
            StoredChunks.put(lease, 2);
            try (ChunkLease other = lease(open(0), 2, 3)) {
                StoredChunks.put(other, 3);
                assertEquals(3, open(0).clear().keptEntries());
                assertEquals(2, store.info().exports());
                assertEquals(3, store.info().neededEntries());
            }
            StoreClearing cleared = open(0).clear();
            assertEquals(2, cleared.keptEntries());
            assertHolds(lease, 1);
            assertHolds(lease, 2);
            assertTrue(lease.find(StoredChunks.key(3)).isEmpty());
        }
        StoreClearing cleared = store.clear();
        assertEquals(0, cleared.keptEntries());
        assertEquals(0, store.info().entries());
        assertEquals(0, store.info().exports());
    }

    @Test
    void whatWasUsedLongestAgoGoesFirst() throws InterruptedException {
        ChunkStore store = open(5 * (StoredChunks.DATA_BYTES + 200));
        for (int number = 0; number < 4; number++) {
            try (ChunkLease lease = lease(store, number)) {
                StoredChunks.put(lease, number);
            }
            Thread.sleep(5); // the file system's clock has to tick
        }
        try (ChunkLease lease = lease(store, 0)) {
            assertHolds(lease, 0);
        }
        Thread.sleep(5);
        for (int number = 4; number < 7; number++) {
            try (ChunkLease lease = lease(store, number)) {
                StoredChunks.put(lease, number);
            }
            Thread.sleep(5);
            StoreInfo info = store.info();
            assertTrue(info.bytes() <= info.limitBytes(), info.toString());
        }
        try (ChunkLease lease = lease(store, 0, 6)) {
            assertHolds(lease, 0);
            assertHolds(lease, 6);
            assertTrue(lease.find(StoredChunks.key(1)).isEmpty());
            assertTrue(lease.find(StoredChunks.key(2)).isEmpty());
        }
    }

    @Test
    void halfOfItGoesWhenTheDiskIsFull() throws InterruptedException {
        ChunkStore store = open(1 << 20);
        for (int number = 0; number < 4; number++) {
            try (ChunkLease lease = lease(store, number)) {
                StoredChunks.put(lease, number);
            }
            Thread.sleep(5);
        }
        try (ChunkLease lease = lease(store, 0)) {
            assertTrue(lease.makeRoom());
            assertEquals(2, store.info().entries());
            assertHolds(lease, 0);
            assertHolds(lease, 3);
            assertTrue(lease.makeRoom());
            assertFalse(lease.makeRoom());
            assertHolds(lease, 0);
            assertEquals(1, store.info().entries());
        }
    }

    @Test
    void itIsBoundedWhileAnExportRuns() {
        ChunkStore store = open(3 * (StoredChunks.DATA_BYTES + 200));
        for (int number = 0; number < 3; number++) {
            try (ChunkLease lease = lease(store, number)) {
                StoredChunks.put(lease, number);
            }
        }
        try (ChunkLease lease = lease(store, 10, 11)) {
            StoredChunks.put(lease, 10);
            StoredChunks.put(lease, 11);
            StoreInfo info = store.info();
            assertTrue(info.bytes() <= info.limitBytes(), info.toString());
            assertHolds(lease, 10);
            assertHolds(lease, 11);
        }
    }

    @Test
    void whatIsDamagedIsFoundAndRemoved() throws IOException {
        ChunkStore store = open(1 << 20);
        try (ChunkLease lease = lease(store, 1, 2, 3)) {
            StoredChunks.put(lease, 1);
            String key = StoredChunks.key(2);
            lease.put(key, Files.write(lease.stage(key), new byte[0]));
            Path ofAnotherKey = StoredChunks.stage(new SystemFiles(), lease, 1);
            lease.put(StoredChunks.key(3), ofAnotherKey);
            StoreCheck check = store.verify();
            assertEquals(3, check.entries());
            assertEquals(2, check.damaged().size(), check.toString());
            assertEquals(0, check.otherVersions());
            assertHolds(lease, 1);
            assertTrue(lease.find(key).isEmpty());
            assertTrue(lease.find(StoredChunks.key(3)).isEmpty());
        }
        assertEquals(List.of(), store.verify().damaged());
    }

    @Test
    void severalThreadsAndExportsAtOnce() throws Exception {
        List<Future<?>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (int thread = 0; thread < 6; thread++) {
                ChunkStore store = open(4 * StoredChunks.DATA_BYTES);
                int first = 5 * (thread % 3);
                all.add(threads.submit(() -> useALot(store, first)));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        ChunkStore store = open(4 * StoredChunks.DATA_BYTES);
        assertEquals(List.of(), store.verify().damaged());
        assertEquals(0, store.info().exports());
    }

    /// Another lease needs the same chunks all the time, and a third throws out what it can.
    private void useALot(ChunkStore store, int first) {
        for (int round = 0; round < 5; round++) {
            int[] numbers = IntStream.range(first, first + 5).toArray();
            try (ChunkLease lease = lease(store, numbers)) {
                for (int number : numbers) {
                    if (lease.find(StoredChunks.key(number)).isEmpty()) {
                        StoredChunks.put(lease, number);
                    }
                    store.clear();
                }
                for (int number : numbers) {
                    assertHolds(lease, number);
                }
            }
        }
    }
}
