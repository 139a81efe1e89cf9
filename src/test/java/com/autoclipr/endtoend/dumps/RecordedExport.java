package com.autoclipr.endtoend.dumps;

import com.autoclipr.composition.Output;
import com.autoclipr.export.Engine;
import com.autoclipr.export.ExportController;
import com.autoclipr.export.ExportHandle;
import com.autoclipr.export.ExportOutcome;
import com.autoclipr.export.ExportReport;
import com.autoclipr.export.ExportRequest;
import com.autoclipr.export.job.ExportEvent;
import com.autoclipr.export.job.ExportOrder;
import com.autoclipr.export.journal.ExportHistory;
import com.autoclipr.export.prepare.FileAccess;
import com.autoclipr.export.store.FolderChunkStore;
import com.autoclipr.files.SystemFiles;
import com.autoclipr.testkit.TestFolder;
import com.autoclipr.time.FrameRate;
import com.autoclipr.worker.supervisor.Machine;
import com.autoclipr.worker.supervisor.WorkerLaunch;
import com.autoclipr.worker.supervisor.WorkerSettings;
import com.autoclipr.worker.supervisor.WorkerTimeouts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// An export by one [RecordingWorker].
///
/// @param folder with the recordings
/// @param file the MP4
/// @param events in order
record RecordedExport(Path folder, Path file, List<ExportEvent> events) {
    private static final long MEMORY_BYTES = 700L << 20;

    /// @param folder an empty one
    static RecordedExport of(Path project, Path folder, Output.Exact size, FrameRate rate)
            throws InterruptedException {
        Path file = folder.resolve("out.mp4");
        List<ExportEvent> events = Collections.synchronizedList(new ArrayList<>());
        ExportRequest request =
                new ExportRequest(
                        project,
                        FileAccess.everywhere(),
                        new ExportRequest.Overrides(
                                Optional.of(size),
                                Optional.of(rate),
                                Optional.empty(),
                                Optional.of("ultrafast")),
                        file,
                        false,
                        1,
                        true,
                        ExportOrder.SideOutputs.NONE,
                        Optional.empty());
        try (ExportController controller = controller(folder)) {
            ExportHandle export = controller.start(request, stamped -> events.add(stamped.event()));
            return switch (export.await()) {
                case ExportOutcome.Done<ExportReport> _ -> new RecordedExport(folder, file, events);
                case ExportOutcome.Rejected<ExportReport> rejected ->
                        throw new AssertionError(rejected.problems());
            };
        }
    }

    private static ExportController controller(Path folder) {
        Path natives = TestFolder.path().resolve("recording-natives");
        List<String> command =
                new ArrayList<>(
                        WorkerLaunch.command(RecordingWorker.class.getName(), natives, List.of()));
        command.add(command.indexOf("-cp"), "-D" + RecordingWorker.FOLDER + "=" + folder);
        WorkerSettings workers =
                new WorkerSettings(
                        command,
                        natives,
                        MEMORY_BYTES,
                        WorkerTimeouts.of(Duration.ofSeconds(30), Duration.ofSeconds(60)));
        return new ExportController(
                new Engine(
                        "test",
                        workers,
                        new Machine(8L << 30, 2),
                        new FolderChunkStore(folder.resolve("chunks"), 1L << 30, new SystemFiles()),
                        new ExportHistory(folder.resolve("exports"))));
    }
}
