package com.autoclipr.files;

import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/// Turns what the system says about a file into a failure.
public final class FileFailures {
    private static final long FULL_BYTES = 1 << 20;

    private FileFailures() {}

    /// Java has no type for a full disk; the system's words are all there is.
    public static FailureException writing(Path file, IOException cause) {
        return new FailureException(
                Failure.of(
                        ofWriting(cause, () -> hasNoSpace(file)),
                        "file",
                        file.toString(),
                        "path",
                        file.toString(),
                        "detail",
                        detail(cause)),
                cause);
    }

    /// `no-permission`, `read-only`, `folder-missing`, or the system's words.
    private static String detail(IOException cause) {
        String words = String.valueOf(cause.getMessage());
        if (words.contains("Read-only file system")) {
            return "read-only";
        }
        return switch (cause) {
            case AccessDeniedException _ -> "no-permission";
            case NoSuchFileException _ -> "folder-missing";
            default -> words;
        };
    }

    /// @param hasNoSpace whether the disk has almost nothing left; asked only where the system did
    ///   not say clearly what is wrong
    static FailureKind ofWriting(IOException cause, BooleanSupplier hasNoSpace) {
        String words = String.valueOf(cause.getMessage());
        if (isTooManyFiles(cause)) {
            return FailureKind.TOO_MANY_FILES;
        }
        if (words.contains("No space left") || words.contains("Disk quota")) {
            return FailureKind.DISK_FULL;
        }
        boolean clear =
                cause instanceof AccessDeniedException
                        || cause instanceof NoSuchFileException
                        || cause instanceof NotDirectoryException
                        || cause instanceof FileAlreadyExistsException
                        || cause instanceof DirectoryNotEmptyException
                        || words.contains("Permission denied")
                        || words.contains("Read-only file system");
        return !clear && hasNoSpace.getAsBoolean()
                ? FailureKind.DISK_FULL
                : FailureKind.NOT_WRITABLE;
    }

    /// A file that cannot be opened or read: FILE_MISSING, or TOO_MANY_FILES.
    public static FailureException reading(Path file, IOException cause) {
        FailureKind kind =
                isTooManyFiles(cause) ? FailureKind.TOO_MANY_FILES : FailureKind.FILE_MISSING;
        String words = String.valueOf(cause.getMessage());
        return new FailureException(
                Failure.of(
                        kind,
                        "file",
                        file.toString(),
                        "detail",
                        words.equals(file.toString()) ? "" : words),
                cause);
    }

    /// Whether the process, or the system, has as many files open as it may.
    ///
    /// @param error what was met; the system's words may be in a cause of it
    public static boolean isTooManyFiles(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            String words = String.valueOf(cause.getMessage());
            if (words.contains("Too many open files") || hasNumber(words, 24)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the system had no memory, for a process for instance.
    public static boolean isOutOfMemory(IOException cause) {
        String words = String.valueOf(cause.getMessage());
        return words.contains("Cannot allocate memory") || hasNumber(words, 12);
    }

    /// The words may be in any language; the number of the error stands beside them.
    private static boolean hasNumber(String words, int error) {
        return words.contains("error=" + error + ",") || words.contains("error: " + error + " ");
    }

    /// The system's words may be in any language.
    private static boolean hasNoSpace(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            if (folder == null) {
                return false;
            }
            FileStore store = Files.getFileStore(folder);
            // The kernel's own file systems have no space at all, those of images none left.
            return !store.isReadOnly()
                    && store.getTotalSpace() > 0
                    && store.getUsableSpace() < FULL_BYTES;
        } catch (IOException e) {
            return false; // no such folder
        }
    }
}
