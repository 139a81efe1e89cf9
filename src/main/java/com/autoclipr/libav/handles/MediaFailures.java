package com.autoclipr.libav.handles;

import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import java.nio.file.Path;
import java.util.function.Supplier;

/// What is wrong with a media file, as failures.
public final class MediaFailures {
    private MediaFailures() {}

    /// A failure of `kind` with the facts `file` and, where there is any, `detail`.
    public static Failure of(FailureKind kind, Path file, String detail) {
        Failure failure = Failure.of(kind, "file", file.toString());
        return detail.isEmpty() ? failure : failure.with("detail", detail);
    }

    /// Does `work` on a file whose times may be beyond what exact arithmetic holds: then they are
    /// damage.
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
