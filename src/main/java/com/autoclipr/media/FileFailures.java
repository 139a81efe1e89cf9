package com.autoclipr.media;

import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Turns what the system says about a file into a failure.
public final class FileFailures {
    private static final long FULL_BYTES = 1 << 20;

    private FileFailures() {}

    /// Java has no type for a full disk; the system's words are all there is.
    public static FailureException writing(Path file, IOException cause) {
        String words = String.valueOf(cause.getMessage());
        boolean full =
                words.contains("No space left") || words.contains("Disk quota") || hasNoSpace(file);
        FailureKind kind = full ? FailureKind.DISK_FULL : FailureKind.NOT_WRITABLE;
        return new FailureException(
                Failure.of(kind, "file", file.toString(), "path", file.toString(), "detail", words),
                cause);
    }

    /// The system's words may be in any language.
    private static boolean hasNoSpace(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            return folder != null && Files.getFileStore(folder).getUsableSpace() < FULL_BYTES;
        } catch (IOException e) {
            return false; // no such folder
        }
    }
}
