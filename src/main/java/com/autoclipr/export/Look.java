package com.autoclipr.export;

import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.worker.Answers;
import com.autoclipr.worker.Job;
import com.autoclipr.worker.JobResult;
import com.autoclipr.worker.WorkerProcess;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A look that a worker takes at a file before anything is made of it. Native code that has lost
/// its way in a hostile file cannot be called back, so the look has an end: the worker is ended.
///
/// @param path the file
/// @param worker who looks
/// @param answer what it says
/// @param patienceSeconds how long to wait for it, once everything asked before is answered
record Look(
        Path path,
        WorkerProcess worker,
        CompletableFuture<JobResult> answer,
        long patienceSeconds) {
    /// What a look at any file may take, on a machine that is busy with other things.
    private static final long LEAST_SECONDS = 60;

    /// Most files are looked at in a moment; of some, every byte has to be read to know their
    /// length. The slowest disk reads as many in a second.
    private static final long BYTES_PER_SECOND = 4_000_000;

    static Look at(Path path, Job job, WorkerProcess worker) {
        return new Look(
                path,
                worker,
                worker.submit(job, _ -> {}),
                LEAST_SECONDS + path.toFile().length() / BYTES_PER_SECOND);
    }

    /// The answer.
    ///
    /// @throws FailureException that the worker answered with or that ended it, or MEDIA_LIMIT if
    ///   it takes too long
    <T extends JobResult> T await(Class<T> type) throws InterruptedException {
        try {
            answer.get(patienceSeconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            worker.kill();
            String limit = Long.toString(patienceSeconds);
            throw new FailureException(
                    Failure.of(
                            FailureKind.MEDIA_LIMIT,
                            "file",
                            path.toString(),
                            "detail",
                            "time",
                            "limit",
                            limit,
                            "actual",
                            "> " + limit),
                    e);
        } catch (ExecutionException e) {
            // Told below, as every failure of a worker is.
            return Answers.await(answer, type);
        }
        return Answers.await(answer, type);
    }
}
