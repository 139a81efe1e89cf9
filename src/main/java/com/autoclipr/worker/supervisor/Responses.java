package com.autoclipr.worker.supervisor;

import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.worker.protocol.JobResult;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// Waits for what workers answer.
public final class Responses {
    private Responses() {}

    /// The answer.
    ///
    /// @throws FailureException that the worker answered with, or that ended it
    public static JobResult await(CompletableFuture<JobResult> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof FailureException failure) {
                throw failure;
            }
            throw new FailureException(
                    Failure.of(FailureKind.INTERNAL_ERROR, "detail", String.valueOf(e.getCause())),
                    e);
        }
    }

    /// The answer, as the type that belongs to the job.
    ///
    /// @throws FailureException that the worker answered with, or that ended it; INTERNAL for an
    ///   answer to another kind of job
    public static <T extends JobResult> T await(CompletableFuture<JobResult> answer, Class<T> type)
            throws InterruptedException {
        JobResult result = await(answer);
        if (type.isInstance(result)) {
            return type.cast(result);
        }
        throw unexpected(result);
    }

    /// For an answer to another kind of job.
    public static FailureException unexpected(JobResult answer) {
        return Failure.of(FailureKind.INTERNAL_ERROR, "detail", "unexpected answer " + answer)
                .asException();
    }
}
