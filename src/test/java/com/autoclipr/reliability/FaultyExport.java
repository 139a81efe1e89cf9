package com.autoclipr.reliability;

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
import com.autoclipr.testkit.TestProject;
import com.autoclipr.testkit.media.Footage;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import com.autoclipr.worker.supervisor.Machine;
import com.autoclipr.worker.supervisor.WorkerLaunch;
import com.autoclipr.worker.supervisor.WorkerSettings;
import com.autoclipr.worker.supervisor.WorkerTimeouts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// An export of four small chunks with sound whose workers meet with the accidents that were laid
/// out for them (see [FaultyWorker]).
final class FaultyExport {
    static final int CHUNKS = 4;

    /// What a worker starts that meets with `child`: no other run of the tests does.
    static final String CHILD = "sleep 987." + ProcessHandle.current().pid();

    private static final long MEMORY_BYTES = 700L << 20;

    private final Path folder;
    private final Path faults;
    private final Path project;
    private final List<ExportEvent> events = Collections.synchronizedList(new ArrayList<>());
    private int laidOut;

    FaultyExport(Path folder) {
        this.folder = folder;
        try {
            this.faults = Files.createDirectories(folder.resolve("faults"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.project =
                TestProject.canvas(640, 360)
                        .cut(Rational.ZERO, Rational.of(CHUNKS))
                        .layer("video", Footage.lively("25", CHUNKS + 1))
                        .in(folder);
    }

    Path folder() {
        return folder;
    }

    Path output() {
        return folder.resolve("out.mp4");
    }

    Path store() {
        return folder.resolve("chunks");
    }

    List<ExportEvent> events() {
        return List.copyOf(events);
    }

    /// @param accidents where and how, such as `picture@2.segv`
    FaultyExport meets(String... accidents) {
        for (String accident : accidents) {
            try {
                laidOut++;
                Files.createFile(faults.resolve(accident + "." + laidOut));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return this;
    }

    /// Accidents that have not happened yet.
    List<String> left() {
        return List.of(Optional.ofNullable(faults.toFile().list()).orElseThrow());
    }

    private String mark() {
        return "-D" + FaultyWorker.FOLDER + "=" + faults;
    }

    /// Whether a process is a worker of a controller that was made here.
    boolean isItsWorker(ProcessHandle process) {
        Path line = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        try {
            return Files.readString(line, StandardCharsets.ISO_8859_1).contains(mark() + "\0");
        } catch (IOException e) {
            return false; // it has just ended
        }
    }

    ExportController controller() {
        return controller(2);
    }

    /// @param mostWorkers of all exports that it runs
    ExportController controller(int mostWorkers) {
        Path natives = TestFolder.path().resolve("faulty-natives");
        List<String> command =
                new ArrayList<>(
                        WorkerLaunch.command(FaultyWorker.class.getName(), natives, List.of()));
        command.add(command.indexOf("-cp"), mark());
        command.add(command.indexOf("-cp"), "-D" + FaultyWorker.CHILD + "=" + CHILD);
        WorkerSettings workers =
                new WorkerSettings(
                        command,
                        natives,
                        MEMORY_BYTES,
                        WorkerTimeouts.of(Duration.ofSeconds(6), Duration.ofSeconds(8)));
        return new ExportController(
                new Engine(
                        "test",
                        workers,
                        new Machine(8L << 30, 2),
                        new FolderChunkStore(store(), 1L << 30, new SystemFiles()),
                        new ExportHistory(folder.resolve("exports"))),
                mostWorkers);
    }

    ExportRequest request() {
        return request(new Output.Exact(90, 160));
    }

    /// @param size another one gives other chunks
    ExportRequest request(Output.Exact size) {
        return new ExportRequest(
                project,
                FileAccess.everywhere(),
                new ExportRequest.Overrides(
                        Optional.of(size),
                        Optional.of(FrameRate.of(10, 1)),
                        Optional.empty(),
                        Optional.of("ultrafast")),
                output(),
                true,
                2,
                true,
                ExportOrder.SideOutputs.NONE,
                Optional.empty());
    }

    /// @throws com.autoclipr.failure.FailureException if it fails
    ExportReport run() {
        try (ExportController controller = controller()) {
            return finished(controller.start(request(), stamped -> events.add(stamped.event())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /// @throws com.autoclipr.failure.FailureException if it fails
    static ExportReport finished(ExportHandle export) throws InterruptedException {
        return switch (export.await()) {
            case ExportOutcome.Done<ExportReport> done -> done.value();
            case ExportOutcome.Rejected<ExportReport> rejected ->
                    throw new AssertionError(rejected.problems());
        };
    }
}
