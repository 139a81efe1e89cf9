package com.autoclipr.worker;

import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import java.io.IOException;
import java.nio.file.Path;

/// Turns what the system says about a file into a failure.
public final class FileFailures {
    private FileFailures() {}

    /// Java has no type for a full disk; the system's words are all there is.
    public static FailureException writing(Path file, IOException cause) {
        String words = String.valueOf(cause.getMessage());
        FailureKind kind =
                words.contains("No space left") || words.contains("Disk quota")
                        ? FailureKind.DISK_FULL
                        : FailureKind.NOT_WRITABLE;
        return new FailureException(
                Failure.of(kind, "file", file.toString(), "detail", words), cause);
    }
}
