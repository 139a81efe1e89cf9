package com.autoclipr.worker.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.worker.protocol.Job;
import com.autoclipr.worker.protocol.JobResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Workers that are shell scripts, and end in ways in which no real one can be made to.
@Timeout(30)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the workers are shell scripts")
class WorkerProcessTest {
    @TempDir private Path folder;

    private WorkerProcess start(String script) {
        return start(script, WorkerTimeouts.DEFAULT);
    }

    private WorkerProcess start(String script, WorkerTimeouts timeouts) {
        return WorkerProcess.start(
                0,
                new WorkerSettings(
                        List.of("sh", "-c", script, "worker", folder.toString()),
                        folder.resolve("natives"),
                        1L << 30,
                        timeouts));
    }

    private static Failure failureOf(CompletableFuture<JobResult> answer) {
        return assertThrows(FailureException.class, () -> Responses.await(answer)).failure();
    }

    /// Somebody else's SIGTERM: it may not be taken for a cancel because who was busy meanwhile
    /// then closes what is left.
    @Test
    void oneThatDiedBeforeItWasClosedDiedOfItself() throws InterruptedException {
        WorkerProcess worker = start("read job; kill -TERM $$");
        CompletableFuture<JobResult> answer = worker.submit(new Job.Describe(), _ -> {});
        while (worker.isAlive()) {
            Thread.sleep(5);
        }
        worker.close();
        assertEquals(FailureKind.WORKER_DIED, failureOf(answer).kind());
    }

    @Test
    void oneThatIsClosedWhileItLivesIsCancelled() {
        WorkerProcess worker = start("while read job; do :; done");
        CompletableFuture<JobResult> answer = worker.submit(new Job.Describe(), _ -> {});
        worker.close();
        assertEquals(FailureKind.CANCELLED, failureOf(answer).kind());
    }

    @Test
    void itHasAsLongForItsFarewellAsItWasGiven() {
        String script = "while read job; do :; done; sleep 1; echo written > \"$1\"/";
        start(script + "short", WorkerTimeouts.DEFAULT.withShutdownGrace(Duration.ofMillis(100)))
                .close();
        start(script + "long", WorkerTimeouts.DEFAULT.withShutdownGrace(Duration.ofSeconds(20)))
                .close();
        assertFalse(Files.exists(folder.resolve("short")));
        assertTrue(Files.exists(folder.resolve("long")));
    }

    /// Also when the worker has ended before its answers are read.
    @RepeatedTest(20)
    void aLineThatIsNotAMessageIsSkipped() {
        AtomicLong progress = new AtomicLong();
        try (WorkerProcess worker =
                start(
                        "read job; echo null; echo '[]'; echo words;echo"
                                + " '{\"message\":\"progress\",\"id\":1,\"count\":5}'; exit 7")) {
            Failure failure = failureOf(worker.submit(new Job.Describe(), progress::set));
            assertEquals(FailureKind.WORKER_DIED, failure.kind());
            assertEquals("7", failure.fact(Fact.EXIT));
        }
        assertEquals(5, progress.get());
    }

    @Test
    void oneWhoseAnswerCannotBeTakenIsEnded() {
        try (WorkerProcess worker =
                start(
                        "read job; echo '{\"message\":\"progress\",\"id\":1,\"count\":5}'; read"
                                + " on")) {
            CompletableFuture<JobResult> answer =
                    worker.submit(
                            new Job.Describe(),
                            _ -> {
                                throw new IllegalStateException("of whoever counts");
                            });
            assertEquals(FailureKind.INTERNAL_ERROR, failureOf(answer).kind());
        }
    }

    /// The child holds the worker's standard output open: its end never comes.
    @Test
    @EnabledOnOs(OS.LINUX)
    void whatItHasStartedIsEndedWhenItDiesOfItself() throws IOException {
        ProcessHandle child;
        try (WorkerProcess worker =
                start("sleep 300 & echo $! > \"$1\"/child; read job; kill -KILL $$")) {
            Failure failure = failureOf(worker.submit(new Job.Describe(), _ -> {}));
            assertEquals("signal 9", failure.fact(Fact.EXIT));
            long pid = Long.parseLong(Files.readString(folder.resolve("child")).strip());
            child = ProcessHandle.of(pid).orElse(ProcessHandle.current());
        }
        assertTrue(
                child.equals(ProcessHandle.current())
                        || child.onExit()
                                .completeOnTimeout(child, 5, TimeUnit.SECONDS)
                                .thenApply(gone -> !gone.isAlive())
                                .join());
    }

    /// One that cannot be found: it has thrown its environment away.
    @Test
    @EnabledOnOs(OS.LINUX)
    void aDescendantHoldingItsOutputOpenBlocksNothing() throws IOException {
        try (WorkerProcess worker =
                start("env -i sleep 20 & echo $! > \"$1\"/child; read job; kill -KILL $$")) {
            Failure failure = failureOf(worker.submit(new Job.Describe(), _ -> {}));
            assertEquals("signal 9", failure.fact(Fact.EXIT));
            assertFalse(worker.isAlive());
        } finally {
            long pid = Long.parseLong(Files.readString(folder.resolve("child")).strip());
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void noMemoryForAProcessIsSaidAsSuch() {
        assertEquals(
                FailureKind.OUT_OF_MEMORY,
                WorkerProcess.kindOf(
                        new IOException("Cannot run program \"java\": error=12, Pas de mémoire")));
        assertEquals(
                FailureKind.OUT_OF_MEMORY,
                WorkerProcess.kindOf(
                        new IOException(
                                "Cannot run program \"java\": error: 12 (Pas de mémoire)")));
        assertEquals(
                FailureKind.WORKER_DIED,
                WorkerProcess.kindOf(
                        new IOException("Cannot run program \"java\": error=2, No such file")));
    }
}
