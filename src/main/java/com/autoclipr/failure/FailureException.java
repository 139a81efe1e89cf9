package com.autoclipr.failure;

import org.jspecify.annotations.Nullable;

/// The only exception type of this program; carries a [Failure]. Its message is for logs, not for
/// users.
public final class FailureException extends RuntimeException {
    private final transient Failure failure;

    public FailureException(Failure failure, @Nullable Throwable cause) {
        super(failure.kind().token() + " " + failure.facts(), cause);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
