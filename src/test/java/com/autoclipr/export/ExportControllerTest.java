package com.autoclipr.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.autoclipr.export.job.ExportEvent;
import com.autoclipr.export.job.ExportOrder;
import com.autoclipr.export.job.ExportState;
import com.autoclipr.export.journal.ExportHistory;
import com.autoclipr.export.prepare.FileAccess;
import com.autoclipr.export.store.FolderChunkStore;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.files.SystemFiles;
import com.autoclipr.testkit.TestProject;
import com.autoclipr.time.Rational;
import com.autoclipr.worker.supervisor.Machine;
import com.autoclipr.worker.supervisor.WorkerSettings;
import com.autoclipr.worker.supervisor.WorkerTimeouts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportControllerTest {
    @TempDir private Path folder;

    private ExportController controller() {
        return new ExportController(
                new Engine(
                        "test",
                        new WorkerSettings(
                                List.of("no such program"),
                                folder.resolve("natives"),
                                1L << 30,
                                WorkerTimeouts.DEFAULT),
                        new Machine(8L << 30, 2),
                        new FolderChunkStore(folder.resolve("chunks"), 1L << 30, new SystemFiles()),
                        new ExportHistory(folder.resolve("exports"))));
    }

    private ExportRequest request() {
        Path project = TestProject.canvas(640, 360).cut(Rational.ZERO, Rational.ONE).in(folder);
        return new ExportRequest(
                project,
                FileAccess.everywhere(),
                new ExportRequest.Overrides(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                folder.resolve("out.mp4"),
                false,
                1,
                true,
                ExportOrder.SideOutputs.NONE,
                Optional.empty());
    }

    /// Whatever happens, the last lines say that the export has ended, and why.
    @Test
    void anErrorOfThisProcessBecomesAFailure() {
        for (Error error : List.of(new OutOfMemoryError("test"), new StackOverflowError())) {
            List<ExportEvent> told = new ArrayList<>();
            FailureKind kind =
                    assertThrows(
                                    FailureException.class,
                                    () ->
                                            controller()
                                                    .start(
                                                            request(),
                                                            stamped -> {
                                                                told.add(stamped.event());
                                                                if (told.size() == 1) {
                                                                    throw error;
                                                                }
                                                            })
                                                    .await())
                            .failure()
                            .kind();
            assertEquals(
                    error instanceof OutOfMemoryError
                            ? FailureKind.OUT_OF_MEMORY
                            : FailureKind.INTERNAL_ERROR,
                    kind);
            assertEquals(
                    kind,
                    assertInstanceOf(ExportEvent.Failed.class, told.get(told.size() - 2))
                            .failure()
                            .kind());
            assertEquals(new ExportEvent.StateChanged(ExportState.FAILED), told.getLast());
        }
    }
}
