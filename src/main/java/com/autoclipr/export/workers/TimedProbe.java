package com.autoclipr.export.workers;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.worker.protocol.Job;
import com.autoclipr.worker.protocol.JobResult;
import com.autoclipr.worker.supervisor.Responses;
import com.autoclipr.worker.supervisor.WorkerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/// Probes a file in a worker with a time limit: native code that loops on a hostile file cannot be
/// interrupted, so the worker is ended. Time counts from the worker's first message, and only while
/// this process runs: after Ctrl-Z no file is to blame.
final class TimedProbe {
    /// Base limit for any file, on a busy machine.
    private static final long LEAST_SECONDS = 60;

    /// Most files are probed in a moment, but some have to be read completely to know their
    /// duration. Even a slow disk reads this many bytes per second.
    private static final long BYTES_PER_SECOND = 4_000_000;

    private static final long INTERVAL_MS = 250;

    /// Maximum time that one interval counts, however long it was.
    private static final Duration LONGEST_STEP = Duration.ofSeconds(1);

    private final Path path;
    private final Duration timeout;
    private final BooleanSupplier begun;
    private final Runnable end;
    private final LongSupplier clockNs;

    /// @param timeout limit
    /// @param begun whether the worker has sent a message
    /// @param end ends the worker
    /// @param clockNs monotonic clock in nanoseconds
    TimedProbe(
            Path path,
            Duration timeout,
            BooleanSupplier begun,
            Runnable end,
            LongSupplier clockNs) {
        this.path = path;
        this.timeout = timeout;
        this.begun = begun;
        this.end = end;
        this.clockNs = clockNs;
    }

    /// Runs a job about the file `path` in an idle worker.
    ///
    /// @throws FailureException as [#await]
    static <T extends JobResult> T of(Path path, Job job, WorkerProcess worker, Class<T> type)
            throws InterruptedException {
        Duration timeout =
                Duration.ofSeconds(LEAST_SECONDS + path.toFile().length() / BYTES_PER_SECOND);
        return new TimedProbe(path, timeout, worker::hasBegun, worker::kill, System::nanoTime)
                .await(worker.submit(job, _ -> {}), type);
    }

    /// Returns the result.
    ///
    /// @throws FailureException the worker's failure, or the one that ended it; MEDIA_LIMIT if it
    ///   takes too long
    <T extends JobResult> T await(CompletableFuture<JobResult> answer, Class<T> type)
            throws InterruptedException {
        long leftNs = timeout.toNanos();
        long lastNs = clockNs.getAsLong();
        while (!answeredSoon(answer)) {
            long nowNs = clockNs.getAsLong();
            if (begun.getAsBoolean()) {
                leftNs -= Math.min(nowNs - lastNs, LONGEST_STEP.toNanos());
            }
            lastNs = nowNs;
            if (leftNs < 0) {
                end.run();
                throw tooLong();
            }
        }
        return Responses.await(answer, type);
    }

    private static boolean answeredSoon(CompletableFuture<JobResult> answer)
            throws InterruptedException {
        try {
            answer.get(INTERVAL_MS, TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException e) {
            return true; // reported like any worker failure
        } catch (TimeoutException e) {
            return false;
        }
    }

    private FailureException tooLong() {
        String limit = Long.toString(timeout.toSeconds());
        return Failure.of(FailureKind.MEDIA_LIMIT)
                .with(Fact.FILE, path.toString())
                .with(Fact.DETAIL, "time")
                .with(Fact.LIMIT, limit)
                .with(Fact.ACTUAL, "> " + limit)
                .asException();
    }
}
