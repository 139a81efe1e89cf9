package com.autoclipr.export.workers;

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

/// A look that a worker takes at a file before anything is made of it. Native code that has lost
/// its way in a hostile file cannot be called back, so the look has an end: the worker is ended.
/// Time counts from the worker's first sign of life, and only while this process itself runs: after
/// Ctrl-Z no file is to blame.
final class TimedProbe {
    /// What a look at any file may take, on a machine that is busy with other things.
    private static final long LEAST_SECONDS = 60;

    /// Most files are looked at in a moment; of some, every byte has to be read to know their
    /// length. The slowest disk reads as many in a second.
    private static final long BYTES_PER_SECOND = 4_000_000;

    private static final long INTERVAL_MS = 250;

    /// The most that one interval counts, however long it was.
    private static final Duration LONGEST_STEP = Duration.ofSeconds(1);

    private final Path path;
    private final Duration timeout;
    private final BooleanSupplier begun;
    private final Runnable end;
    private final LongSupplier clockNs;

    /// @param timeout how long to wait
    /// @param begun whether the worker has given a sign of life
    /// @param end ends the worker
    /// @param clockNs nanoseconds
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

    /// What `worker`, which has nothing else to do, answers to a job about the file `path`.
    ///
    /// @throws FailureException as [#await]
    static <T extends JobResult> T of(Path path, Job job, WorkerProcess worker, Class<T> type)
            throws InterruptedException {
        Duration timeout =
                Duration.ofSeconds(LEAST_SECONDS + path.toFile().length() / BYTES_PER_SECOND);
        return new TimedProbe(path, timeout, worker::hasBegun, worker::kill, System::nanoTime)
                .await(worker.submit(job, _ -> {}), type);
    }

    /// The answer.
    ///
    /// @throws FailureException that the worker answered with or that ended it, or MEDIA_LIMIT if
    ///   it takes too long
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
            return true; // reported like any failure of a worker
        } catch (TimeoutException e) {
            return false;
        }
    }

    private FailureException tooLong() {
        String limit = Long.toString(timeout.toSeconds());
        return Failure.of(
                        FailureKind.MEDIA_LIMIT,
                        "file",
                        path.toString(),
                        "detail",
                        "time",
                        "limit",
                        limit,
                        "actual",
                        "> " + limit)
                .asException();
    }
}
