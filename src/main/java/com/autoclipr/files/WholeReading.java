package com.autoclipr.files;

import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/// What can be read from beginning to end, and again: a regular file. Opening a pipe blocks until a
/// writer appears, a device may have no end, and the kernel makes its own files as they are read.
/// So it is looked at before it is opened.
public final class WholeReading {
    private static final Set<String> KERNEL_FILES =
            Set.of("proc", "sysfs", "devtmpfs", "debugfs", "tracefs");

    private WholeReading() {}

    /// Why what is there cannot be read whole. Links are followed.
    public enum Obstacle {
        FOLDER("folder"),
        /// A pipe, a socket, a device or a file of the kernel.
        NO_FILE("no-file");

        private final String token;

        Obstacle(String token) {
            this.token = token;
        }
    }

    /// @return empty for a regular file, and for what is not there
    public static Optional<Obstacle> obstacle(Path path) {
        if (Files.isRegularFile(path)) {
            return isOfTheKernel(path) ? Optional.of(Obstacle.NO_FILE) : Optional.empty();
        }
        if (Files.isDirectory(path)) {
            return Optional.of(Obstacle.FOLDER);
        }
        return Files.exists(path) ? Optional.of(Obstacle.NO_FILE) : Optional.empty();
    }

    /// @throws FailureException FILE_MISSING with the facts `file` and `detail` for anything but a
    ///   file; a missing file is left to the code that opens it
    public static void require(Path path) {
        Optional<Obstacle> obstacle = obstacle(path);
        if (obstacle.isPresent()) {
            throw Failure.of(
                            FailureKind.FILE_MISSING,
                            "file",
                            path.toString(),
                            "detail",
                            obstacle.get().token)
                    .asException();
        }
    }

    private static boolean isOfTheKernel(Path path) {
        try {
            return KERNEL_FILES.contains(Files.getFileStore(path).type());
        } catch (IOException e) {
            return false;
        }
    }
}
