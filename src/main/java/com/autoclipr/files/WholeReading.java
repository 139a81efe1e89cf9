package com.autoclipr.files;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/// Makes sure that a path is a regular file before it is opened: opening a pipe blocks until a
/// writer appears, a device may be endless, and the kernel generates its own files while they are
/// read.
public final class WholeReading {
    private static final Set<String> KERNEL_FILES =
            Set.of("proc", "sysfs", "devtmpfs", "debugfs", "tracefs");

    private WholeReading() {}

    /// Why a path is refused. Links are followed.
    public enum Obstacle {
        FOLDER("folder"),
        /// A pipe, a socket, a device or a pseudo file of the kernel.
        NOT_A_FILE("not-a-file");

        private final String token;

        Obstacle(String token) {
            this.token = token;
        }
    }

    /// @return empty for a regular file and for a missing one
    public static Optional<Obstacle> obstacle(Path path) {
        if (Files.isRegularFile(path)) {
            return isOfTheKernel(path) ? Optional.of(Obstacle.NOT_A_FILE) : Optional.empty();
        }
        if (Files.isDirectory(path)) {
            return Optional.of(Obstacle.FOLDER);
        }
        return Files.exists(path) ? Optional.of(Obstacle.NOT_A_FILE) : Optional.empty();
    }

    /// @throws FailureException FILE_MISSING with the facts `file` and `detail` for anything but a
    ///   regular file; a missing one is left to the code that opens it
    public static void require(Path path) {
        Optional<Obstacle> obstacle = obstacle(path);
        if (obstacle.isPresent()) {
            throw Failure.of(FailureKind.FILE_MISSING)
                    .with(Fact.FILE, path.toString())
                    .with(Fact.DETAIL, obstacle.get().token)
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
