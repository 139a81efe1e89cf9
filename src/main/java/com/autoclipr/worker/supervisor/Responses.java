package com.autoclipr.worker.supervisor;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.worker.protocol.JobResult;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// Waits for responses of workers.
public final class Responses {
    private Responses() {}

    /// Returns the response.
    ///
    /// @throws FailureException the worker's failure, or the one that ended it
    public static JobResult await(CompletableFuture<JobResult> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof FailureException failure) {
                throw failure;
            }
            throw new FailureException(
                    Failure.of(FailureKind.INTERNAL_ERROR)
                            .with(Fact.DETAIL, String.valueOf(e.getCause())),
                    e);
        }
    }

    /// Returns the response as the result type of the job.
    ///
    /// @throws FailureException the worker's failure, or the one that ended it; INTERNAL_ERROR for
    ///   a response of another type
    public static <T extends JobResult> T await(CompletableFuture<JobResult> answer, Class<T> type)
            throws InterruptedException {
        JobResult result = await(answer);
        if (type.isInstance(result)) {
            return type.cast(result);
        }
        throw unexpected(result);
    }

    /// For a response of another type.
    public static FailureException unexpected(JobResult answer) {
        return Failure.of(FailureKind.INTERNAL_ERROR)
                .with(Fact.DETAIL, "unexpected answer " + answer)
                .asException();
    }
}
