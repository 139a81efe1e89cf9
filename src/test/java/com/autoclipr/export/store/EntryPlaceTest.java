package com.autoclipr.export.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.files.DurableFiles;
import com.autoclipr.files.SystemFiles;
import com.autoclipr.media.encoded.EncodedVideoFile;
import com.autoclipr.testkit.RealFiles;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// An obstacle at the path of a chunk or audio track affects only that one.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no pipes among files")
class EntryPlaceTest {
    private static final Set<String> KEYS = Set.of(StoredChunks.key(1), StoredChunks.key(2));

    @TempDir private Path parent;
    private Path store = Path.of("");
    private Path spare = Path.of("");
    private Path place = Path.of("");
    private Path elsewhere = Path.of("");

    @BeforeEach
    void newFolders() throws IOException {
        store = parent.resolve("chunks");
        spare = parent.resolve("spare");
        String key = StoredChunks.key(1);
        place = store.resolve(key.substring(0, 2)).resolve(key + ".chunk");
        elsewhere = Files.writeString(parent.resolve("elsewhere"), "mine");
    }

    private FolderChunkStore open(DurableFiles files) {
        return new FolderChunkStore(store, 1 << 20, files);
    }

    private interface Obstacle {
        void make() throws IOException, InterruptedException;
    }

    private List<Obstacle> obstacles() {
        return List.of(
                () -> Files.writeString(Files.createDirectory(place).resolve("inside"), "x"),
                () -> Files.createDirectory(place),
                () -> Files.createSymbolicLink(place, elsewhere),
                () -> Files.createSymbolicLink(place, parent),
                () -> Files.createSymbolicLink(place, parent.resolve("nowhere")),
                () ->
                        assertEquals(
                                0,
                                new ProcessBuilder("mkfifo", place.toString()).start().waitFor()));
    }

    private static void assertHolds(Path file, int number) {
        assertArrayEquals(
                StoredChunks.data(number), EncodedVideoFile.read(file).packets().getFirst().data());
    }

    @Test
    void theChunkIsMadeAgainAndPutThere() throws Exception {
        for (Obstacle obstacle : obstacles()) {
            Files.createDirectories(place.getParent());
            obstacle.make();
            try (ChunkLease lease = open(new SystemFiles()).lease(KEYS, spare)) {
                assertTrue(lease.find(StoredChunks.key(1)).isEmpty());
                assertEquals(place, StoredChunks.put(lease, 1));
                assertTrue(StoredChunks.put(lease, 2).startsWith(store));
                assertHolds(lease.find(StoredChunks.key(1)).orElseThrow(), 1);
            }
            new SystemFiles().deleteFolder(store);
        }
        assertEquals("mine", Files.readString(elsewhere));
    }

    @Test
    void verifyAndClearRemoveIt() throws Exception {
        for (Obstacle obstacle : obstacles()) {
            for (boolean verify : new boolean[] {true, false}) {
                Files.createDirectories(place.getParent());
                obstacle.make();
                FolderChunkStore looked = open(new SystemFiles());
                if (verify) {
                    StoreCheck check = looked.verify();
                    assertEquals(
                            List.of(place),
                            check.damaged().stream().map(StoreCheck.Damaged::file).toList());
                    assertTrue(check.damaged().getFirst().removed());
                } else {
                    assertEquals(1, looked.clear().removedEntries());
                }
                assertFalse(Files.exists(place, LinkOption.NOFOLLOW_LINKS));
            }
        }
        assertEquals("mine", Files.readString(elsewhere));
    }

    /// Of another user, say: its content cannot be removed, but its name is ours.
    @Test
    void whatCannotBeRemovedIsSetAside() throws IOException {
        Files.createDirectories(place);
        Files.writeString(place.resolve("inside"), "x");
        DurableFiles files =
                new RealFiles() {
                    @Override
                    public void delete(Path file) throws IOException {
                        if (file.startsWith(place)) {
                            throw new AccessDeniedException(file.toString());
                        }
                        super.delete(file);
                    }
                };
        try (ChunkLease lease = open(files).lease(KEYS, spare)) {
            assertEquals(place, StoredChunks.put(lease, 1));
            assertHolds(lease.find(StoredChunks.key(1)).orElseThrow(), 1);
        }
        assertEquals(0, open(new SystemFiles()).verify().damaged().size());
    }

    /// One path is unusable for its chunks, and no other data is lost.
    @Test
    void aFileInThePlaceOfAFolderOfEntriesIsSetAside() throws IOException {
        Path shard = place.getParent();
        Files.createDirectories(store);
        Files.writeString(shard, "mine");
        try (ChunkLease lease = open(new SystemFiles()).lease(KEYS, spare)) {
            assertEquals(place, StoredChunks.put(lease, 1));
        }
        try (var files = Files.list(store)) {
            Path aside =
                    files.filter(file -> file.getFileName().toString().contains(".aside-"))
                            .findFirst()
                            .orElseThrow();
            assertEquals("mine", Files.readString(aside));
        }
    }

    @Test
    void aFolderAmongWhatADeadExportStagedEndsNothing() throws IOException {
        Path dead =
                store.resolve("running")
                        .resolve(
                                "11111111-2222-3333-4444-555555555555.66666666-7777-8888-9999-000000000000");
        Files.writeString(Files.createDirectories(dead.resolve("staged")).resolve("x"), "x");
        Files.writeString(dead.resolve("lock"), "");
        try (ChunkLease lease = open(new SystemFiles()).lease(KEYS, spare)) {
            assertEquals(place, StoredChunks.put(lease, 1));
        }
        assertFalse(Files.exists(dead));
    }
}
