package com.autoclipr.worker;

import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// Waits for what workers answer.
public final class Answers {
    private Answers() {}

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
                    Failure.of(FailureKind.INTERNAL, "detail", String.valueOf(e.getCause())), e);
        }
    }
}
