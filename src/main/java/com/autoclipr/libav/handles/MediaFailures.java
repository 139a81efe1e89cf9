package com.autoclipr.libav.handles;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import java.nio.file.Path;
import java.util.function.Supplier;

/// Failures of media files.
public final class MediaFailures {
    private MediaFailures() {}

    /// A failure of `kind` with the facts `file` and, if not empty, `detail`.
    public static Failure of(FailureKind kind, Path file, String detail) {
        Failure failure = Failure.of(kind).with(Fact.FILE, file.toString());
        return detail.isEmpty() ? failure : failure.with(Fact.DETAIL, detail);
    }

    /// Runs `work` on a file whose timestamps may exceed the range of exact arithmetic, which
    /// counts as corruption.
    ///
    /// @throws FailureException MEDIA_CORRUPT
    public static <T> T withExactTimes(Path file, Supplier<T> work) {
        try {
            return work.get();
        } catch (ArithmeticException e) {
            throw new FailureException(of(FailureKind.MEDIA_CORRUPT, file, "timestamps"), e);
        }
    }
}
