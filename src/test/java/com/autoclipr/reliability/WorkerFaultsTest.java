package com.autoclipr.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.export.ExportReport;
import com.autoclipr.export.job.ExportEvent;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Workers that crash, stop, hang or take too much memory, in every kind of job: the export gives
/// the same bytes as an undisturbed one, or fails with what is to blame after three tries.
@Tag("slow")
@Timeout(300)
class WorkerFaultsTest {
    @TempDir private Path folder;

    private FaultyExport export(String name) throws IOException {
        return new FaultyExport(Files.createDirectory(folder.resolve(name)));
    }

    private static int restarts(ExportReport report) {
        return report.workers().stream().mapToInt(ExportEvent.WorkerUse::restarts).sum();
    }

    private static Failure failureOf(FaultyExport export) {
        return assertThrows(FailureException.class, export::run).failure();
    }

    @Test
    void theBytesAreTheSameWhateverHappensToTheWorkers() throws IOException {
        ExportReport undisturbed = export("undisturbed").run();
        FaultyExport chunks =
                export("chunks")
                        .meets("picture@0.segv", "picture@1.stop", "picture@2.memory")
                        .meets("picture@3.child", "sound.kill");
        ExportReport disturbed = chunks.run();
        assertEquals(List.of(), chunks.left());
        assertEquals(undisturbed.output().sha256(), disturbed.output().sha256());
        // A place whose worker died last may not be needed again.
        assertTrue(restarts(disturbed) >= 3, "restarts: " + restarts(disturbed));
        assertNoChildren();

        FaultyExport others =
                export("others")
                        .meets("describe.kill", "probe.segv", "mux.hang", "inspect.segv")
                        .meets("picture@2.segv", "picture@2.kill");
        ExportReport survived = others.run();
        assertEquals(List.of(), others.left());
        assertEquals(undisturbed.output().sha256(), survived.output().sha256());
        assertStagedNothing(others);
    }

    /// What a worker starts is ended with it.
    private static void assertNoChildren() {
        assertFalse(
                ProcessHandle.allProcesses()
                        .anyMatch(
                                process ->
                                        process.info()
                                                .commandLine()
                                                .filter(line -> line.endsWith(FaultyExport.CHILD))
                                                .isPresent()));
    }

    private static void assertStagedNothing(FaultyExport export) throws IOException {
        try (Stream<Path> left = Files.walk(export.folder())) {
            assertEquals(
                    List.of(),
                    left.filter(Files::isRegularFile)
                            .map(Path::toString)
                            .filter(
                                    name ->
                                            name.contains("staged")
                                                    || name.contains("partial")
                                                    || name.contains(".autoclipr-"))
                            .toList());
        }
    }

    @Test
    void aChunkThatKillsThreeWorkersFailsTheExport() throws IOException {
        FaultyExport export =
                export("chunk").meets("picture@2.segv", "picture@2.segv", "picture@2.segv");
        Failure failure = failureOf(export);
        assertEquals(FailureKind.WORKER_DIED, failure.kind());
        assertEquals("2", failure.fact(Fact.CHUNK));
        assertEquals("3", failure.fact(Fact.ATTEMPTS));
        assertEquals("/layers/0", failure.fact(Fact.LAYER));
        assertTrue(failure.fact(Fact.FILE).endsWith(".mp4"), failure.toString());
        assertTrue(failure.fact(Fact.DETAIL).contains("SIGSEGV"), failure.toString());
        assertEquals(
                List.of(1, 2),
                export.events().stream()
                        .filter(ExportEvent.Retried.class::isInstance)
                        .map(event -> ((ExportEvent.Retried) event).attempt())
                        .toList());
        assertFalse(Files.exists(export.output()));
        assertStagedNothing(export);
        // What was finished is kept: once nothing is wrong, only the rest is made.
        assertTrue(export.run().work().chunksReused() >= 1);
    }

    @Test
    void soundThatKillsThreeWorkersFailsTheExport() throws IOException {
        FaultyExport export = export("sound").meets("sound.segv", "sound.segv", "sound.segv");
        Failure failure = failureOf(export);
        assertEquals(FailureKind.WORKER_DIED, failure.kind());
        assertEquals("/layers/0", failure.fact(Fact.LAYER));
        assertEquals("", failure.fact(Fact.CHUNK));
        assertEquals(
                List.of(1, 2),
                export.events().stream()
                        .filter(ExportEvent.Retried.class::isInstance)
                        .map(ExportEvent.Retried.class::cast)
                        .filter(retried -> retried.index().isEmpty())
                        .map(ExportEvent.Retried::attempt)
                        .toList());
    }

    @Test
    void onlyAFileThatKillsThreeWorkersIsBroken() throws IOException {
        Failure failure =
                failureOf(export("probe").meets("probe.segv", "probe.kill", "probe.segv"));
        assertEquals(FailureKind.MEDIA_CORRUPT, failure.kind());
        assertEquals("/layers/0/src", failure.fact(Fact.POINTER));
        assertEquals("layer-0", failure.fact(Fact.LAYER_ID));
        assertTrue(failure.fact(Fact.FILE).endsWith(".mp4"), failure.toString());
    }

    @Test
    void threeWorkersThatDieOfCheckingFailTheExport() throws IOException {
        FaultyExport export =
                export("inspect").meets("inspect.kill", "inspect.kill", "inspect.kill");
        assertEquals("3", failureOf(export).fact(Fact.ATTEMPTS));
        assertFalse(Files.exists(export.output()));
    }
}
