package com.autoclipr.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.export.job.EventExamples;
import com.autoclipr.export.job.ExportId;
import com.autoclipr.export.job.ProcessOwner;
import com.autoclipr.export.job.StampedEvent;
import com.autoclipr.export.journal.ExportHistory;
import com.autoclipr.export.journal.ExportJournal;
import com.autoclipr.export.output.Destination;
import com.autoclipr.export.store.ChunkLease;
import com.autoclipr.export.store.FolderChunkStore;
import com.autoclipr.export.store.StoredChunks;
import com.autoclipr.files.DurableFiles;
import com.autoclipr.media.encoded.EncodedVideoFile;
import com.autoclipr.plan.Chunk;
import com.autoclipr.plan.SliceNames;
import com.autoclipr.testkit.PowerCutDisk;
import com.autoclipr.time.FrameRange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The power is cut before every single step that an export takes on the disk, and the disk then
/// holds the worst that it may hold. With `-Dautoclipr.acceptance=full`, many more outcomes.
class PowerCutTest {
    private static final int CHUNKS = 3;
    private static final int BY_CHANCE =
            System.getProperty("autoclipr.acceptance", "").equals("full") ? 200 : 2;
    private static final byte[] OLD = "the film of yesterday".getBytes(StandardCharsets.UTF_8);

    private static final AtomicLong NUMBERS = new AtomicLong();

    @TempDir private Path folder;
    private int disks;

    /// An export's way over the disk, with the pieces that real exports use.
    private static final class Export {
        private final Path disk;
        private final DurableFiles files;
        private final Set<Integer> kept = new HashSet<>();
        private int reused;
        private boolean accepted;
        private boolean journalled;

        Export(Path disk, DurableFiles files) {
            this.disk = disk;
            this.files = files;
        }

        void run() throws IOException {
            try (ExportJournal journal = new ExportJournal(history(disk), files)) {
                journal.accept(
                        new StampedEvent(
                                ExportId.of(Instant.EPOCH, NUMBERS.incrementAndGet()),
                                Instant.EPOCH,
                                EventExamples.requested(new ProcessOwner(1, 1))));
                journalled = true;
            }
            FolderChunkStore store =
                    new FolderChunkStore(
                            disk.resolve("cache/chunks"), 2 * StoredChunks.DATA_BYTES, files);
            List<Chunk> chunks = IntStream.range(0, CHUNKS).mapToObj(Export::chunk).toList();
            Set<String> keys = new HashSet<>();
            chunks.forEach(chunk -> keys.add(chunk.key()));
            Path file = disk.resolve("out/clip.mp4");
            try (Destination destination = Destination.prepare(file, true, files);
                    ChunkLease lease = store.lease(keys, destination.workFolder())) {
                ByteArrayOutputStream film = new ByteArrayOutputStream();
                for (Chunk chunk : chunks) {
                    film.write(data(lease, chunk));
                }
                Path finished = destination.workFolder().resolve("finished.mp4");
                destination.accept(Files.write(finished, film.toByteArray()));
                accepted = true;
            }
        }

        private byte[] data(ChunkLease lease, Chunk chunk) {
            Optional<StoredWork.Found> found = new StoredWork(lease).chunk(chunk);
            Path file;
            if (found.isPresent()) {
                reused++;
                file = found.get().file();
            } else {
                Path staged = StoredChunks.stage(files, lease, chunk.index());
                file = lease.put(chunk.key(), staged);
                kept.add(chunk.index());
            }
            return EncodedVideoFile.read(file).packets().getFirst().data();
        }

        private static Chunk chunk(int index) {
            return new Chunk(
                    index,
                    new FrameRange(index, index + 1),
                    StoredChunks.key(index),
                    new SliceNames(List.of(), Map.of(), Map.of()));
        }
    }

    private static ExportHistory history(Path disk) {
        return new ExportHistory(disk.resolve("state/exports"));
    }

    private static byte[] film() {
        ByteArrayOutputStream film = new ByteArrayOutputStream();
        for (int i = 0; i < CHUNKS; i++) {
            film.writeBytes(StoredChunks.data(i));
        }
        return film.toByteArray();
    }

    /// Files of a disk whose power is never cut.
    private static DurableFiles steady(Path disk) throws IOException {
        return new PowerCutDisk(disk, Integer.MAX_VALUE, _ -> false);
    }

    /// A disk with the film of yesterday, chunks of other films, and one damaged chunk of this one.
    private Path disk() throws IOException {
        Path disk = folder.resolve("disk-" + disks++);
        Files.createDirectories(disk.resolve("out"));
        Files.write(disk.resolve("out/clip.mp4"), OLD);
        DurableFiles files = steady(disk);
        FolderChunkStore store =
                new FolderChunkStore(disk.resolve("cache/chunks"), Long.MAX_VALUE, files);
        try (ChunkLease lease = store.lease(Set.of(), disk)) {
            for (int number : List.of(1, 100, 101)) {
                Path staged = StoredChunks.stage(files, lease, number);
                lease.put(StoredChunks.key(number), staged);
            }
            Path damaged = lease.find(StoredChunks.key(1)).orElseThrow();
            Files.write(damaged, new byte[7]);
        }
        return disk;
    }

    /// Cuts the power before every step, from the last one back, until something is wrong.
    ///
    /// @param fresh whether the disk has no store yet
    /// @return what was lost or wrong
    private List<String> campaign(boolean fresh, Predicate<PowerCutDisk.Sync> forgotten)
            throws IOException {
        Path uncut = fresh ? emptyDisk() : disk();
        PowerCutDisk steady = new PowerCutDisk(uncut, Integer.MAX_VALUE, _ -> false);
        new Export(uncut, steady).run();
        assertTrue(steady.steps() > 30, "too few steps: " + steady.steps());
        List<String> wrong = new ArrayList<>();
        for (int step = steady.steps(); step >= 0 && wrong.isEmpty(); step--) {
            Path before = fresh ? emptyDisk() : disk();
            PowerCutDisk disk = new PowerCutDisk(before, step, forgotten);
            Export export = new Export(before, disk);
            boolean cut = false;
            try {
                export.run();
            } catch (PowerCutDisk.PowerCut e) {
                cut = true;
            }
            assertEquals(step < steady.steps(), cut);
            for (PowerCutDisk.Outcome outcome : PowerCutDisk.Outcome.worst(BY_CHANCE)) {
                Path after = folder.resolve("disk-" + disks++);
                disk.reboot(after, outcome);
                forgetOwner(after.resolve("out"));
                for (String complaint : complaints(after, export, fresh)) {
                    wrong.add("cut before step " + step + ", " + outcome + ": " + complaint);
                }
            }
        }
        return wrong;
    }

    /// After a reboot no process of before lives; this one, which plays all of them, does. So the
    /// work folders that are left are said to be of one that was started long ago.
    private static void forgetOwner(Path folder) throws IOException {
        List<Path> left;
        try (Stream<Path> all = Files.list(folder)) {
            left = all.filter(path -> path.toString().contains(".autoclipr-")).toList();
        }
        for (Path path : left) {
            String name = path.getFileName().toString();
            Files.move(path, path.resolveSibling(name.replaceFirst("-(\\d+)-\\d+-", "-$1-1-")));
        }
    }

    private Path emptyDisk() throws IOException {
        Path disk = folder.resolve("disk-" + disks++);
        Files.createDirectories(disk.resolve("out"));
        return disk;
    }

    private static List<String> complaints(Path disk, Export before, boolean fresh)
            throws IOException {
        List<String> complaints = new ArrayList<>();
        Path file = disk.resolve("out/clip.mp4");
        byte[] found = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        boolean isNew = Arrays.equals(found, film());
        boolean isOld = fresh ? !Files.exists(file) : Arrays.equals(found, OLD);
        if (!isNew && !isOld) {
            complaints.add("the destination has " + found.length + " bytes of neither film");
        }
        if (before.accepted && !isNew) {
            complaints.add("the finished film is gone");
        }
        if (before.journalled && history(disk).list().isEmpty()) {
            complaints.add("the journal is gone");
        }
        Export again = new Export(disk, steady(disk));
        again.run();
        Set<Integer> madeTwice = new HashSet<>(before.kept);
        madeTwice.retainAll(again.kept);
        // The file is in place and no export needs the chunks: the limit of the store applies
        // again.
        if (!madeTwice.isEmpty() && !before.accepted) {
            complaints.add("chunks " + madeTwice + " were put and are gone");
        }
        if (!Arrays.equals(Files.readAllBytes(file), film())) {
            complaints.add("the second export gives another film");
        }
        return complaints;
    }

    @Test
    void nothingThatWasKeptIsLost() throws IOException {
        assertEquals(List.of(), campaign(false, _ -> false));
    }

    @Test
    void norOnADiskWithoutAStore() throws IOException {
        assertEquals(List.of(), campaign(true, _ -> false));
    }

    @Test
    void anExportGoesOnFromWhatWasKept() throws IOException {
        Path disk = disk();
        new Export(disk, steady(disk)).run();
        Export again = new Export(disk, steady(disk));
        again.run();
        assertTrue(again.reused > 0);
    }

    /// A sync that the store, the destination or the journal does.
    enum Forgotten {
        CONTENT_OF_A_CHUNK(false, "cache/chunks/running/.*"),
        CONTENT_OF_THE_FILM(false, "out/.*"),
        NAME_OF_A_CHUNK(true, "cache/chunks/[0-9a-f]{2}"),
        NAME_OF_A_FOLDER_OF_CHUNKS(true, "cache/chunks"),
        NAME_OF_THE_STORE(true, "cache"),
        NAME_OF_THE_CACHE(true, ""),
        CONTENT_OF_A_JOURNAL(false, "state/exports/.*"),
        NAME_OF_A_JOURNAL(true, "state/exports/.+"),
        NAME_OF_A_FOLDER_OF_A_JOURNAL(true, "state/exports"),
        NAME_OF_ALL_JOURNALS(true, "state"),
        NAME_OF_THE_FILM(true, "out");

        private final boolean folder;
        private final String path;

        Forgotten(boolean folder, String path) {
            this.folder = folder;
            this.path = path;
        }
    }

    /// This test can fail: without any one of its syncs, an export loses something.
    @ParameterizedTest
    @EnumSource
    void everySyncIsNeeded(Forgotten one) throws IOException {
        Predicate<PowerCutDisk.Sync> forgotten =
                sync -> {
                    Path path = folder.relativize(sync.path());
                    String inside =
                            path.getNameCount() == 1
                                    ? ""
                                    : path.subpath(1, path.getNameCount()).toString();
                    return sync.folder() == one.folder && inside.matches(one.path);
                };
        assertFalse(campaign(true, forgotten).isEmpty());
    }
}
