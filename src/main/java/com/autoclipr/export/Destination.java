package com.autoclipr.export;

import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.media.DurableFiles;
import com.autoclipr.media.FileFailures;
import com.autoclipr.media.SystemFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The file to write, and a work folder beside it (on the same file system, so that the last move
/// is atomic). The destination is not touched before [#accept(Path)]. Owns the work folder;
/// [#close()] removes it.
final class Destination implements AutoCloseable {
    private final Path file;
    private final boolean overwrite;
    private final WorkFolder work;
    private final DurableFiles files;

    private Destination(Path file, boolean overwrite, WorkFolder work, DurableFiles files) {
        this.file = file;
        this.overwrite = overwrite;
        this.work = work;
        this.files = files;
    }

    /// Looks whether `destination` may be written, and makes the work folder.
    ///
    /// @throws FailureException DESTINATION_REFUSED, also if another export to it is running;
    ///   NOT_WRITABLE or DISK_FULL
    static Destination prepare(Path destination, boolean overwrite) {
        return prepare(destination, overwrite, new SystemFiles());
    }

    static Destination prepare(Path destination, boolean overwrite, DurableFiles files) {
        Path file = destination.toAbsolutePath().normalize();
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw refused(file, "folder-missing");
        }
        if (Files.isDirectory(file)) {
            throw refused(file, "is-folder");
        }
        if (Files.exists(file) && !overwrite) {
            throw refused(file, "exists");
        }
        return new Destination(file, overwrite, WorkFolder.beside(file), files);
    }

    private static FailureException refused(Path file, String reason) {
        return Failure.of(
                        FailureKind.DESTINATION_REFUSED, "file", file.toString(), "reason", reason)
                .asException();
    }

    Path file() {
        return file;
    }

    Path workFolder() {
        return work.path();
    }

    /// Puts the finished, verified file in place: atomically, and on disk before this returns.
    void accept(Path finished) {
        try {
            if (Files.exists(file) && !overwrite) {
                throw refused(file, "exists");
            }
            files.sync(finished);
            files.rename(finished, file);
            files.syncFolder(file.resolveSibling(".").normalize());
        } catch (IOException e) {
            throw FileFailures.writing(file, e);
        }
    }

    @Override
    public void close() {
        work.close();
    }
}
