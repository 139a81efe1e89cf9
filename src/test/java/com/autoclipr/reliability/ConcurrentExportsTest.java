package com.autoclipr.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.composition.Output;
import com.autoclipr.export.ExportController;
import com.autoclipr.export.ExportHandle;
import com.autoclipr.export.ExportOutcome;
import com.autoclipr.export.ExportReport;
import com.autoclipr.export.job.ExportEvent;
import com.autoclipr.export.job.ExportState;
import com.autoclipr.export.journal.PastExport;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.time.Rational;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Several exports and previews in one process share one budget of workers, and each goes its own
/// way.
@Tag("slow")
@Timeout(300)
class ConcurrentExportsTest {
    private static final Output.Exact OTHER_SIZE = new Output.Exact(108, 192);

    @TempDir private Path folder;

    private FaultyExport export(String name) throws IOException {
        return new FaultyExport(Files.createDirectory(folder.resolve(name)));
    }

    /// Counts the worker processes of a [FaultyExport] until it is closed.
    private static final class WorkerCensus implements AutoCloseable {
        private final FaultyExport export;
        private final AtomicLong most = new AtomicLong();
        private final Thread thread;

        WorkerCensus(FaultyExport export) {
            this.export = export;
            this.thread = Thread.ofPlatform().daemon().start(this::count);
        }

        private void count() {
            try {
                while (true) {
                    most.accumulateAndGet(now(), Math::max);
                    Thread.sleep(20);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        long now() {
            return ProcessHandle.current().descendants().filter(export::isItsWorker).count();
        }

        long most() {
            return most.get();
        }

        @Override
        public void close() {
            thread.interrupt();
        }
    }

    private static Path frame(ExportController controller, FaultyExport export, Path png)
            throws InterruptedException {
        assertInstanceOf(
                ExportOutcome.Done.class,
                controller.drawFrame(export.request(), Rational.of(2), png));
        return png;
    }

    @Test
    void oneThatIsCancelledAndAWorkerThatDiesLeaveTheOthersAlone()
            throws IOException, InterruptedException {
        FaultyExport alone = export("alone");
        String sha256 = alone.run().output().sha256();
        Path expected;
        try (ExportController controller = alone.controller()) {
            expected = frame(controller, alone, folder.resolve("alone.png"));
        }
        FaultyExport first = export("first").meets("picture@3.kill", "picture@1.wait");
        FaultyExport second = export("second");
        CountDownLatch begun = new CountDownLatch(1);
        try (WorkerCensus census = new WorkerCensus(first)) {
            try (ExportController controller = first.controller(2)) {
                ExportHandle kept = controller.start(first.request(), _ -> {});
                ExportHandle cancelled =
                        controller.start(
                                second.request(OTHER_SIZE),
                                stamped -> {
                                    if (stamped.event() instanceof ExportEvent.FramesDone) {
                                        begun.countDown();
                                    }
                                });
                Path drawn = frame(controller, first, folder.resolve("drawn.png"));
                assertEquals(-1, Files.mismatch(expected, drawn));
                assertTrue(begun.await(200, TimeUnit.SECONDS), "it got no worker");
                cancelled.cancel();
                Failure why = assertThrows(FailureException.class, cancelled::await).failure();
                assertEquals(FailureKind.CANCELLED, why.kind());
                ExportReport report = FaultyExport.finished(kept);
                assertEquals(sha256, report.output().sha256());
                assertEquals(ExportState.SUCCEEDED, kept.job().state());
                assertEquals(ExportState.CANCELLED, cancelled.job().state());
                List<PastExport> journals = controller.history().list();
                assertEquals(2, journals.size());
                for (PastExport past : journals) {
                    ExportHandle own = past.job().id().equals(kept.id()) ? kept : cancelled;
                    assertEquals(own.job().state(), past.job().state());
                    assertEquals(own.job().progress(), past.job().progress());
                }
            }
            assertEquals(0, census.now(), "a worker is left");
            assertEquals(2, census.most(), "workers at once");
        }
        assertEquals(List.of(), first.left());
        assertFalse(Files.exists(second.output()));
        assertNothingIsLeft(first);
        assertNothingIsLeft(second);
    }

    private static void assertNothingIsLeft(FaultyExport export) throws IOException {
        try (Stream<Path> left = Files.walk(export.folder())) {
            assertEquals(
                    List.of(),
                    left.map(path -> path.getFileName().toString())
                            .filter(
                                    name ->
                                            name.contains(".autoclipr-")
                                                    || name.matches(
                                                            "[0-9a-f-]{36}\\.[0-9a-f-]{36}"))
                            .toList());
        }
    }

    @Test
    void withOneWorkerExportsWaitForEachOtherAndAPreviewForNone()
            throws IOException, InterruptedException {
        FaultyExport first = export("first").meets("picture@1.wait", "picture@3.wait");
        FaultyExport second = export("second");
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch rendering = new CountDownLatch(1);
        try (WorkerCensus census = new WorkerCensus(first);
                ExportController controller = first.controller(1)) {
            ExportHandle one =
                    controller.start(
                            first.request(),
                            stamped -> {
                                if (stamped.event() instanceof ExportEvent.FramesDone) {
                                    rendering.countDown();
                                }
                                note(order, "one", stamped.event());
                            });
            awaitWorkerOf(one);
            ExportHandle two =
                    controller.start(
                            second.request(OTHER_SIZE),
                            stamped -> note(order, "two", stamped.event()));
            assertTrue(rendering.await(200, TimeUnit.SECONDS));
            assertEquals(ExportState.QUEUED, two.job().state());
            frame(controller, first, folder.resolve("drawn.png"));
            order.add("preview");
            FaultyExport.finished(one);
            FaultyExport.finished(two);
            assertEquals(1, census.most());
        }
        assertEquals(
                List.of(
                        "one preparing",
                        "one rendering",
                        "preview",
                        "one succeeded",
                        "two preparing",
                        "two rendering",
                        "two succeeded"),
                order);
    }

    private static void awaitWorkerOf(ExportHandle export) throws InterruptedException {
        while (export.job().state() == ExportState.QUEUED) {
            Thread.sleep(5);
        }
    }

    private static void note(List<String> order, String name, ExportEvent event) {
        if (event instanceof ExportEvent.StateChanged(ExportState state)
                && state != ExportState.ASSEMBLING
                && state != ExportState.VERIFYING) {
            order.add(name + " " + state.token());
        }
    }

    @Test
    void closingEndsWhatRunsAndWhatWaits() throws IOException, InterruptedException {
        FaultyExport first = export("first").meets("picture@1.wait");
        FaultyExport second = export("second");
        CountDownLatch rendering = new CountDownLatch(1);
        ExportHandle running;
        ExportHandle waiting;
        try (WorkerCensus census = new WorkerCensus(first)) {
            try (ExportController controller = first.controller(1)) {
                running =
                        controller.start(
                                first.request(),
                                stamped -> {
                                    if (stamped.event() instanceof ExportEvent.FramesDone) {
                                        rendering.countDown();
                                    }
                                });
                awaitWorkerOf(running);
                waiting = controller.start(second.request(OTHER_SIZE), _ -> {});
                assertTrue(rendering.await(200, TimeUnit.SECONDS));
                assertFalse(running.isEnded());
                assertFalse(waiting.isEnded());
            }
            assertEquals(0, census.now(), "a worker is left");
        }
        for (ExportHandle ended : List.of(running, waiting)) {
            assertEquals(ExportState.CANCELLED, ended.job().state());
            assertEquals(
                    FailureKind.CANCELLED,
                    assertThrows(FailureException.class, ended::await).failure().kind());
            assertTrue(ended.isEnded());
        }
        assertNothingIsLeft(first);
        assertNothingIsLeft(second);
    }
}
