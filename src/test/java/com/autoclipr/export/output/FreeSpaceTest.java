package com.autoclipr.export.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.export.store.ChunkLease;
import com.autoclipr.export.store.FolderChunkStore;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.files.SystemFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is refused and what is said about disks of every size.
class FreeSpaceTest {
    private static final long MIB = 1L << 20;
    private static final Path STORE = Path.of("/store");
    private static final Path WORK = Path.of("/work");

    private static FreeSpace disks(long storeMib, long workMib) {
        Map<Path, Long> free = Map.of(STORE, storeMib * MIB, WORK, workMib * MIB);
        return new FreeSpace(
                folder -> Optional.of(new FreeSpace.Left(folder, free.getOrDefault(folder, 0L))),
                STORE,
                WORK,
                () -> {
                    throw new AssertionError("nothing was asked for");
                });
    }

    /// One disk for both.
    ///
    /// @param inStoreMib what the store makes room for
    private static FreeSpace oneDisk(long freeMib, long inStoreMib) {
        AtomicLong free = new AtomicLong(freeMib * MIB);
        return new FreeSpace(
                _ -> Optional.of(new FreeSpace.Left("disk", free.get())),
                STORE,
                WORK,
                () -> {
                    free.addAndGet(inStoreMib * MIB);
                    return inStoreMib > 0;
                });
    }

    /// A disk for each, of which only the store's is short.
    private static FreeSpace storeThatMakesRoom(long storeMib, long inStoreMib, long workMib) {
        AtomicLong free = new AtomicLong(storeMib * MIB);
        return new FreeSpace(
                folder ->
                        Optional.of(
                                new FreeSpace.Left(
                                        folder, folder.equals(STORE) ? free.get() : workMib * MIB)),
                STORE,
                WORK,
                () -> {
                    free.addAndGet(inStoreMib * MIB);
                    return true;
                });
    }

    private static void assertRefused(Path where, Runnable check) {
        Failure failure = assertThrows(FailureException.class, check::run).failure();
        assertEquals(FailureKind.DISK_FULL, failure.kind());
        assertEquals(where.toString(), failure.fact(Fact.PATH));
        long needed = Long.parseLong(failure.fact(Fact.NEEDED));
        assertTrue(needed > Long.parseLong(failure.fact(Fact.FREE)), failure.toString());
    }

    @Test
    void aLargeDiskIsNotSpokenOf() {
        assertTrue(disks(500, 500).before(100 * MIB).isEmpty());
        assertTrue(disks(500, 500).during(50 * MIB, 100 * MIB).isEmpty());
    }

    @Test
    void aDiskThatLivelyFootageMayFillIsSpokenOf() {
        assertEquals(
                DecisionKind.DISK_SPACE_LOW, disks(500, 50).before(100 * MIB).orElseThrow().kind());
        assertEquals(
                "/store", disks(50, 500).before(100 * MIB).orElseThrow().facts().get(Fact.PATH));
    }

    @Test
    void nothingBeginsOnAFullDisk() {
        assertRefused(WORK, () -> disks(500, 10).before(MIB));
        assertRefused(WORK, () -> disks(500, 0).before(MIB));
        assertRefused(STORE, () -> storeThatMakesRoom(10, 0, 500).before(100 * MIB));
        // A still picture of this size and length would not find room.
        assertRefused(WORK, () -> disks(50_000, 30).before(2000 * MIB));
    }

    @Test
    void theStoreMakesRoomBeforeAnythingIsRefused() {
        assertTrue(storeThatMakesRoom(10, 400, 500).before(100 * MIB).isEmpty());
        assertTrue(storeThatMakesRoom(10, 400, 500).during(100 * MIB, 150 * MIB).isEmpty());
        assertTrue(oneDisk(10, 400).before(100 * MIB).isEmpty());
        assertTrue(oneDisk(10, 400).during(50 * MIB, 100 * MIB).isEmpty());
        assertRefused(WORK, () -> oneDisk(5, 5).during(50 * MIB, 100 * MIB));
    }

    @Test
    void onOneDiskChunksAndOutputNeedRoomTogether() {
        assertEquals(
                DecisionKind.DISK_SPACE_LOW,
                oneDisk(150, 0).during(100 * MIB, 100 * MIB).orElseThrow().kind());
        assertTrue(oneDisk(250, 0).during(100 * MIB, 100 * MIB).isEmpty());
        assertRefused(WORK, () -> oneDisk(120, 0).during(200 * MIB, 200 * MIB));
        assertTrue(disks(120, 120).during(200 * MIB, 200 * MIB).isPresent());
    }

    @Test
    void forTheOutputTheStoreMakesRoomOnItsOwnDiskOnly() {
        assertTrue(oneDisk(0, 1).makeRoomForOutput());
        assertFalse(oneDisk(0, 0).makeRoomForOutput());
        assertFalse(storeThatMakesRoom(0, 1, 0).makeRoomForOutput());
    }

    @Test
    void theSystemKnowsItsDisks(@TempDir Path folder) throws IOException {
        Path inside = Files.createDirectory(folder.resolve("inside"));
        try (ChunkLease lease =
                new FolderChunkStore(inside, Long.MAX_VALUE, new SystemFiles())
                        .lease(Set.of(), folder)) {
            Failure refused =
                    assertThrows(
                                    FailureException.class,
                                    () -> FreeSpace.of(lease, folder).before(1L << 60))
                            .failure();
            assertEquals(folder.toString(), refused.fact(Fact.PATH));
            assertTrue(Long.parseLong(refused.fact(Fact.NEEDED)) > (1L << 60) / 26);
        }
    }

    @Test
    void itEndsEarlyWhenTheOutputCannotFindRoom() {
        assertRefused(WORK, () -> disks(500, 40).during(50 * MIB, 100 * MIB));
        assertRefused(STORE, () -> storeThatMakesRoom(20, 0, 500).during(100 * MIB, 150 * MIB));
        assertTrue(disks(500, 60).during(50 * MIB, 100 * MIB).isPresent());
    }

    @Test
    void unknownFreeSpaceRefusesNothing() {
        FreeSpace unknown = new FreeSpace(_ -> Optional.empty(), STORE, WORK, () -> false);
        assertTrue(unknown.before(5000 * MIB).isEmpty());
        assertFalse(unknown.makeRoomForOutput());
    }
}
