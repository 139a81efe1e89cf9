package com.autoclipr.files;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;

/// Turns unexpected exceptions into failures.
public final class UnexpectedErrors {
    private static final int MOST_FRAMES = 60;

    private UnexpectedErrors() {}

    /// OUT_OF_MEMORY if this process ran out of memory, TOO_MANY_OPEN_FILES if it could open no
    /// more files (the JDK's own included), otherwise INTERNAL_ERROR with the fact `trace`. A
    /// failure stays what it is.
    public static FailureException asFailure(Throwable defect) {
        if (defect instanceof FailureException known) {
            return known;
        }
        if (defect instanceof OutOfMemoryError) {
            return new FailureException(
                    Failure.of(FailureKind.OUT_OF_MEMORY).with(Fact.DETAIL, defect.toString()),
                    defect);
        }
        if (FileFailures.isTooManyFiles(defect)) {
            return new FailureException(
                    Failure.of(FailureKind.TOO_MANY_OPEN_FILES)
                            .with(Fact.DETAIL, defect.toString()),
                    defect);
        }
        StringBuilder trace = new StringBuilder();
        StackTraceElement[] frames = defect.getStackTrace();
        for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
            trace.append(frames[i]).append('\n');
        }
        return new FailureException(
                Failure.of(FailureKind.INTERNAL_ERROR)
                        .with(Fact.DETAIL, defect.toString())
                        .with(Fact.TRACE, trace.toString()),
                defect);
    }
}
