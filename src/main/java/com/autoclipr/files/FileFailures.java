package com.autoclipr.files;

import com.autoclipr.failure.Fact;
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

/// Turns I/O errors into failures.
public final class FileFailures {
    private static final long FULL_BYTES = 1 << 20;

    private FileFailures() {}

    /// Java has no exception type for a full disk; only the message of the system tells.
    public static FailureException writing(Path file, IOException cause) {
        return new FailureException(
                Failure.of(ofWriting(cause, () -> hasNoSpace(file)))
                        .with(Fact.FILE, file.toString())
                        .with(Fact.PATH, file.toString())
                        .with(Fact.DETAIL, detail(cause)),
                cause);
    }

    /// `no-permission`, `read-only`, `folder-missing`, or the message of the system.
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

    /// @param hasNoSpace whether the disk is almost full; asked only if the message is inconclusive
    static FailureKind ofWriting(IOException cause, BooleanSupplier hasNoSpace) {
        String words = String.valueOf(cause.getMessage());
        if (isTooManyFiles(cause)) {
            return FailureKind.TOO_MANY_OPEN_FILES;
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

    /// The failure for a file that cannot be opened or read: FILE_MISSING or TOO_MANY_OPEN_FILES.
    public static FailureException reading(Path file, IOException cause) {
        FailureKind kind =
                isTooManyFiles(cause) ? FailureKind.TOO_MANY_OPEN_FILES : FailureKind.FILE_MISSING;
        String words = String.valueOf(cause.getMessage());
        return new FailureException(
                Failure.of(kind)
                        .with(Fact.FILE, file.toString())
                        .with(Fact.DETAIL, words.equals(file.toString()) ? "" : words),
                cause);
    }

    /// Whether the process or the system has reached its limit of open files.
    ///
    /// @param error searched with its causes for the message of the system
    public static boolean isTooManyFiles(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            String words = String.valueOf(cause.getMessage());
            if (words.contains("Too many open files") || hasNumber(words, 24)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the system ran out of memory, for example when starting a process.
    public static boolean isOutOfMemory(IOException cause) {
        String words = String.valueOf(cause.getMessage());
        return words.contains("Cannot allocate memory") || hasNumber(words, 12);
    }

    /// The message may be localised; the error number is always part of it.
    private static boolean hasNumber(String words, int error) {
        return words.contains("error=" + error + ",") || words.contains("error: " + error + " ");
    }

    /// The message may be localised.
    private static boolean hasNoSpace(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            if (folder == null) {
                return false;
            }
            FileStore store = Files.getFileStore(folder);
            // Pseudo file systems report no space at all, image file systems none left.
            return !store.isReadOnly()
                    && store.getTotalSpace() > 0
                    && store.getUsableSpace() < FULL_BYTES;
        } catch (IOException e) {
            return false; // no such folder
        }
    }
}
