package com.autoclipr.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.autoclipr.composition.Project;
import com.autoclipr.composition.ProjectReader;
import com.autoclipr.export.store.ChunkLease;
import com.autoclipr.export.store.FolderChunkStore;
import com.autoclipr.export.store.StoredChunks;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.files.SystemFiles;
import com.autoclipr.media.Sources;
import com.autoclipr.plan.Chunk;
import com.autoclipr.plan.ExportPlan;
import com.autoclipr.plan.ExportPlanner;
import com.autoclipr.worker.protocol.JobResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is tried again when the file is put together.
class AssemblyTest {
    private static final String PROJECT =
            """
            { "version": 1, "canvas": { "width": 1920, "height": 1080 },
              "cut": { "start": 0, "end": 1 },
              "layers": [ { "type": "shape", "shape": "rectangle", "fill": "#0000ff" } ],
              "output": { "resolution": "720p", "fps": 1, "audio": "none" } }
            """;

    @TempDir private Path folder;
    private int tries;
    private int madeAgain;

    private static ExportPlan plan() {
        Project project =
                ProjectReader.read(PROJECT.getBytes(StandardCharsets.UTF_8))
                        .project()
                        .orElseThrow();
        ExportPlan plan =
                new ExportPlanner("engine").plan(project, new Sources(Map.of(), Map.of()));
        return new ExportPlan(
                plan.project(),
                plan.sources(),
                plan.size(),
                plan.frameRate(),
                plan.frameCount(),
                List.of(
                        new Chunk(
                                0,
                                plan.chunks().getFirst().frames(),
                                StoredChunks.key(1),
                                plan.chunks().getFirst().names())),
                plan.audio(),
                plan.decisions());
    }

    /// @param met by one try after the other; then it works
    /// @param room how often the store can make room
    private void assemble(List<FailureKind> met, int room) throws InterruptedException {
        Deque<FailureKind> left = new ArrayDeque<>(met);
        Deque<Integer> rooms = new ArrayDeque<>(Collections.nCopies(room, 1));
        FolderChunkStore store =
                new FolderChunkStore(folder.resolve("chunks"), Long.MAX_VALUE, new SystemFiles());
        try (ChunkLease lease = store.lease(Set.of(StoredChunks.key(1)), folder)) {
            lease.put(StoredChunks.key(1), StoredChunks.stage(new SystemFiles(), lease, 1));
            new Assembly(
                            plan(),
                            lease,
                            _ -> {
                                tries++;
                                FailureKind kind = left.poll();
                                if (kind != null) {
                                    throw Failure.of(kind).asException();
                                }
                                return new JobResult.Assembled(1, "");
                            },
                            () -> madeAgain++,
                            () -> rooms.poll() != null)
                    .into(folder.resolve("finished"));
        }
    }

    private void assertFails(FailureKind kind, List<FailureKind> met, int room) {
        FailureException failure = assertThrows(FailureException.class, () -> assemble(met, room));
        assertEquals(kind, failure.failure().kind());
    }

    @Test
    void onAFullDiskTheStoreMakesRoom() throws InterruptedException {
        assemble(List.of(FailureKind.DISK_FULL), 1);
        assertEquals(2, tries);
        assertEquals(0, madeAgain);
    }

    @Test
    void aDiskThatStaysFullIsReported() {
        assertFails(FailureKind.DISK_FULL, List.of(FailureKind.DISK_FULL), 0);
        assertEquals(1, tries);
    }

    @Test
    void whatIsDamagedIsMadeAgain() throws InterruptedException {
        assemble(List.of(FailureKind.STORED_FILE_CORRUPT, FailureKind.DISK_FULL), 5);
        assertEquals(3, tries);
        assertEquals(1, madeAgain);
    }

    @Test
    void threeTriesAreEnough() {
        FailureKind full = FailureKind.DISK_FULL;
        assertFails(full, List.of(full, full, full), 5);
        assertEquals(3, tries);
    }

    @Test
    void whatWillNotHelpIsNotTried() {
        assertFails(FailureKind.NOT_WRITABLE, List.of(FailureKind.NOT_WRITABLE), 5);
        assertEquals(1, tries);
    }
}
