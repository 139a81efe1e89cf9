package com.autoclipr.export.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.failure.Retry;
import com.autoclipr.files.DurableFiles;
import com.autoclipr.files.SystemFiles;
import com.autoclipr.media.encoded.EncodedFile;
import com.autoclipr.testkit.RealFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderChunkStoreTest extends ChunkStoreContract {
    private static final String DEAD =
            "11111111-2222-3333-4444-555555555555.66666666-7777-8888-9999-000000000000";

    @TempDir Path parent;

    @Override
    ChunkStore open(long maxBytes) {
        return new FolderChunkStore(folder(), maxBytes, new SystemFiles());
    }

    private Path folder() {
        return parent.resolve("cache").resolve("chunks");
    }

    @Test
    void nobodyElseCanLookInside() throws IOException {
        lease(open(100)).close();
        assumeTrue(
                folder().getFileSystem().supportedFileAttributeViews().contains("posix"),
                "this file system knows no users");
        assertEquals(
                "rwx------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())));
    }

    @Test
    void filesOfOthersAreLeftAlone() throws IOException {
        ChunkStore store = open(0);
        try (ChunkLease lease = lease(store, 1)) {
            StoredChunks.put(lease, 1);
        }
        Path shard = Files.createDirectories(folder().resolve("ab"));
        List<Path> foreign =
                List.of(
                        Files.writeString(folder().resolve("README"), "x"),
                        Files.writeString(shard.resolve("notes.txt"), "x"),
                        Files.writeString(shard.resolve(StoredChunks.key(1) + ".chunk"), "x"),
                        Files.writeString(shard.resolve("ab" + "0".repeat(62)), "x"),
                        Files.createDirectory(folder().resolve("running").resolve("mine")));
        assertEquals(0, store.info().entries());
        store.clear();
        lease(store).close();
        assertEquals(0, store.verify().entries());
        for (Path file : foreign) {
            assertTrue(Files.exists(file), file.toString());
        }
    }

    @Test
    void whatADeadExportLeftIsRemovedAtOnce() throws IOException {
        Path dead = Files.createDirectories(folder().resolve("running").resolve(DEAD));
        Files.writeString(dead.resolve("lock"), "");
        Files.writeString(dead.resolve("keys"), StoredChunks.key(1) + "\n");
        Files.writeString(dead.resolve(StoredChunks.key(1) + "-x.partial"), "half");
        assertEquals(0, open(100).info().exports());
        lease(open(100)).close();
        assertFalse(Files.exists(dead));
    }

    /// The system itself cannot tell a stopped process from a running one, and need not.
    @Test
    void aLockThatIsHeldForTooLongHoldsNobodyUp() throws IOException {
        Files.createDirectories(folder());
        FolderChunkStore store =
                new FolderChunkStore(folder(), 0, new SystemFiles(), Duration.ofMillis(30));
        try (FileChannel hung =
                FileChannel.open(
                        folder().resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE)) {
            hung.lock();
            try (ChunkLease lease = lease(store, 1)) {
                StoredChunks.put(lease, 1);
                assertTrue(lease.find(StoredChunks.key(1)).isPresent());
            }
            assertEquals(1, store.info().entries());
            FailureException refused = assertThrows(FailureException.class, store::clear);
            assertEquals(FailureKind.NOT_WRITABLE, refused.failure().kind());
        }
        store.clear();
        assertEquals(0, store.info().entries());
    }

    @Test
    void anEntryFromTheFutureIsNotKeptForEver() throws IOException {
        ChunkStore store = open(10_000);
        Path file;
        try (ChunkLease lease = lease(store, 1)) {
            file = StoredChunks.put(lease, 1);
        }
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plus(Duration.ofDays(9999))));
        lease(store).close();
        assertTrue(
                Files.getLastModifiedTime(file).toInstant().isBefore(Instant.now().plusSeconds(1)));
    }

    @Test
    void aStoreThatIsDeletedMeanwhileIsMadeAgain() throws IOException {
        ChunkStore store = open(1 << 20);
        try (ChunkLease lease = lease(store, 1, 2)) {
            StoredChunks.put(lease, 1);
            Path staged = lease.stage(StoredChunks.key(2));
            deleteAll(folder());
            assertTrue(lease.find(StoredChunks.key(1)).isEmpty());
            assertEquals(staged, staged(lease, 2, staged));
            lease.put(StoredChunks.key(2), staged);
            StoredChunks.put(lease, 1);
            assertTrue(lease.find(StoredChunks.key(1)).isPresent());
            assertTrue(lease.find(StoredChunks.key(2)).isPresent());
            Path lost = StoredChunks.stage(new SystemFiles(), lease, 3);
            deleteAll(folder());
            FailureException gone =
                    assertThrows(
                            FailureException.class, () -> lease.put(StoredChunks.key(3), lost));
            assertEquals(FailureKind.STORED_FILE_CORRUPT, gone.failure().kind());
            assertEquals(Retry.STORE, gone.failure().kind().retry());
        }
    }

    /// Or another export would take it for dead, and remove what it stages.
    @Test
    void anExportWhoseStoreIsDeletedSaysAgainWhatItNeeds() throws IOException {
        try (ChunkLease lease = lease(open(1 << 20), 1)) {
            StoredChunks.put(lease, 1);
            deleteAll(folder());
            lease.stage(StoredChunks.key(1));
            assertEquals(
                    List.of(StoredChunks.key(1)),
                    Files.readAllLines(lease.folder().resolve("keys")));
            assertEquals(
                    "rwx------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(folder())));
            try (FileChannel other =
                    FileChannel.open(lease.folder().resolve("lock"), StandardOpenOption.WRITE)) {
                assertThrows(OverlappingFileLockException.class, other::tryLock);
            }
        }
        assertEquals(0, open(1 << 20).info().exports());
    }

    @Test
    void whatAnotherProcessPutIsOnDiskBeforeItCounts() {
        try (ChunkLease lease = lease(open(1 << 20), 1)) {
            StoredChunks.put(lease, 1);
        }
        Set<Path> synced = new HashSet<>();
        DurableFiles files =
                new RealFiles() {
                    @Override
                    public void syncFolder(Path folder) throws IOException {
                        super.syncFolder(folder);
                        synced.add(folder);
                    }
                };
        try (ChunkLease lease = lease(new FolderChunkStore(folder(), 1 << 20, files), 1)) {
            Path file = StoredChunks.put(lease, 1);
            assertTrue(synced.contains(file.getParent()), synced.toString());
            assertTrue(synced.contains(folder()), synced.toString());
        }
    }

    @Test
    void aFileOfAnotherKeyGivesWay() throws IOException {
        try (ChunkLease lease = lease(open(1 << 20), 3)) {
            lease.put(StoredChunks.key(3), StoredChunks.stage(new SystemFiles(), lease, 1));
            Path file = StoredChunks.put(lease, 3);
            assertEquals(StoredChunks.key(3), EncodedFile.check(file).provenance().key());
        }
    }

    @Test
    void aStoreThatCannotBeReadIsNotToldAsOneThatCannotBeWritten() throws IOException {
        Path loop = Files.createSymbolicLink(parent.resolve("loop"), parent.resolve("loop"));
        ChunkStore store = new FolderChunkStore(loop, 100, new SystemFiles());
        for (Runnable look : List.<Runnable>of(store::info, store::verify)) {
            FailureException failure = assertThrows(FailureException.class, look::run);
            assertEquals(FailureKind.FILE_MISSING, failure.failure().kind());
        }
    }

    /// Its disk becomes read-only, or a folder in it is another user's.
    private ChunkStore readOnlyFrom(int number) {
        Path shard = folder().resolve(StoredChunks.key(number).substring(0, 2));
        return new FolderChunkStore(
                folder(),
                1 << 20,
                new RealFiles() {
                    @Override
                    public void rename(Path from, Path to) throws IOException {
                        if (to.startsWith(shard)) {
                            throw new AccessDeniedException(to.toString());
                        }
                        super.rename(from, to);
                    }

                    @Override
                    public void delete(Path file) throws IOException {
                        if (file.startsWith(shard)) {
                            throw new AccessDeniedException(file.toString());
                        }
                        super.delete(file);
                    }
                });
    }

    @Test
    void aStoreThatStopsTakingAnythingIsLeft() {
        try (ChunkLease lease = lease(readOnlyFrom(2), 1, 2, 3)) {
            assertTrue(StoredChunks.put(lease, 1).startsWith(folder()));
            Path stagedBefore = StoredChunks.stage(new SystemFiles(), lease, 3);
            assertTrue(StoredChunks.put(lease, 2).startsWith(spare));
            assertTrue(lease.put(StoredChunks.key(3), stagedBefore).startsWith(spare));
            assertTrue(lease.find(StoredChunks.key(1)).orElseThrow().startsWith(folder()));
            assertTrue(lease.find(StoredChunks.key(2)).isPresent());
            assertTrue(lease.stage(StoredChunks.key(2)).startsWith(spare));
            assertTrue(lease.leaveStore());
        }
        assertEquals(1, open(1 << 20).info().entries());
    }

    @Test
    void whatIsDamagedAndCannotBeRemovedIsMadeInAnotherPlace() throws IOException {
        try (ChunkLease lease = lease(open(1 << 20), 1)) {
            StoredChunks.put(lease, 1);
        }
        try (ChunkLease lease = lease(readOnlyFrom(1), 1)) {
            lease.discard(StoredChunks.key(1));
            assertTrue(lease.find(StoredChunks.key(1)).isEmpty());
            assertTrue(StoredChunks.put(lease, 1).startsWith(spare));
        }
    }

    @Test
    void aWorkerThatCannotStageGoesElsewhere() {
        try (ChunkLease lease = lease(open(1 << 20), 1)) {
            assertTrue(lease.stage(StoredChunks.key(1)).startsWith(folder()));
            assertTrue(lease.leaveStore());
            assertTrue(lease.stage(StoredChunks.key(1)).startsWith(spare));
        }
    }

    /// A worker writes where it was told to before the folder went.
    private static Path staged(ChunkLease lease, int number, Path where) throws IOException {
        Path written = StoredChunks.stage(new SystemFiles(), lease, number);
        Files.move(written, where);
        return where;
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Test
    void aStoreThatCannotBeWrittenToIsStillRead() throws IOException {
        Path blocked = Files.writeString(parent.resolve("file"), "");
        ChunkStore store = new FolderChunkStore(blocked.resolve("chunks"), 100, new SystemFiles());
        try (ChunkLease lease = lease(store, 1)) {
            Path file = StoredChunks.put(lease, 1);
            assertTrue(file.startsWith(spare), file.toString());
            assertTrue(lease.find(StoredChunks.key(1)).isPresent());
        }
        assertEquals(0, store.info().entries());
        assertEquals(0, store.clear().removedEntries());
    }

    @Test
    void entriesOfAReadOnlyStoreAreUsed() throws IOException {
        try (ChunkLease lease = lease(open(1 << 20), 1)) {
            StoredChunks.put(lease, 1);
        }
        deleteAll(folder().resolve("running"));
        Files.writeString(folder().resolve("running"), "in the way");
        try (ChunkLease lease = lease(open(1 << 20), 1, 2)) {
            assertTrue(lease.find(StoredChunks.key(1)).orElseThrow().startsWith(folder()));
            assertTrue(StoredChunks.put(lease, 2).startsWith(spare));
            lease.discard(StoredChunks.key(1));
            assertTrue(lease.find(StoredChunks.key(1)).isEmpty());
            assertTrue(StoredChunks.put(lease, 1).startsWith(spare));
            assertTrue(lease.find(StoredChunks.key(1)).orElseThrow().startsWith(spare));
        }
    }

    @Test
    void aFullSpareIsATypedFailure() throws IOException {
        Path blocked = Files.writeString(parent.resolve("file"), "");
        ChunkStore store = new FolderChunkStore(blocked.resolve("chunks"), 100, new SystemFiles());
        FailureException failure =
                assertThrows(FailureException.class, () -> store.lease(Set.of(), blocked));
        assertEquals(FailureKind.NOT_WRITABLE, failure.failure().kind());
    }

    @Test
    void aKeyIsNoPath() {
        try (ChunkLease lease = lease(open(100))) {
            assertThrows(IllegalArgumentException.class, () -> lease.find("../../etc/passwd"));
        }
    }
}
