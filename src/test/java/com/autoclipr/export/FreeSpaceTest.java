package com.autoclipr.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.media.DecisionKind;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What is refused and what is said about disks of every size.
class FreeSpaceTest {
    private static final long MIB = 1L << 20;
    private static final Path STORE = Path.of("/store");
    private static final Path WORK = Path.of("/work");

    private static FreeSpace disks(long storeMib, long workMib) {
        Map<Path, Long> free = Map.of(STORE, storeMib * MIB, WORK, workMib * MIB);
        return new FreeSpace(folder -> free.getOrDefault(folder, 0L), STORE, WORK);
    }

    private static void assertRefused(Path where, Runnable check) {
        Failure failure = assertThrows(FailureException.class, check::run).failure();
        assertEquals(FailureKind.DISK_FULL, failure.kind());
        assertEquals(where.toString(), failure.fact("path"));
        long needed = Long.parseLong(failure.fact("needed"));
        assertTrue(needed > Long.parseLong(failure.fact("free")), failure.toString());
    }

    @Test
    void aLargeDiskIsNotSpokenOf() {
        assertTrue(disks(500, 500).before(100 * MIB).isEmpty());
        assertTrue(disks(500, 500).during(50 * MIB, 100 * MIB).isEmpty());
    }

    @Test
    void aDiskThatLivelyFootageMayFillIsSpokenOf() {
        assertEquals(DecisionKind.SPACE_LOW, disks(500, 50).before(100 * MIB).orElseThrow().kind());
        assertEquals("/store", disks(50, 500).before(100 * MIB).orElseThrow().facts().get("path"));
    }

    @Test
    void nothingBeginsOnAFullDisk() {
        assertRefused(WORK, () -> disks(500, 10).before(MIB));
        assertRefused(STORE, () -> disks(10, 500).before(100 * MIB));
        // A still picture of this size and length would not find room.
        assertRefused(WORK, () -> disks(50_000, 30).before(2000 * MIB));
    }

    @Test
    void itEndsEarlyWhenTheOutputCannotFindRoom() {
        assertRefused(WORK, () -> disks(500, 40).during(50 * MIB, 100 * MIB));
        assertRefused(STORE, () -> disks(20, 500).during(100 * MIB, 150 * MIB));
        assertTrue(disks(500, 60).during(50 * MIB, 100 * MIB).isPresent());
    }

    @Test
    void whereNobodyKnowsNothingIsRefused() {
        assertTrue(disks(0, 0).before(5000 * MIB).isEmpty());
    }
}
