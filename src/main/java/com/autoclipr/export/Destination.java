package com.autoclipr.export;

import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.worker.FileFailures;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The file to write, and a work folder beside it (on the same file system, so that the last move
/// is atomic). The destination is not touched before [#accept(Path)]. Owns the work folder;
/// [#close()] removes it.
final class Destination implements AutoCloseable {
    private static final String MARK = ".autoclipr-";

    private final Path file;
    private final boolean overwrite;
    private final Path workFolder;

    private Destination(Path file, boolean overwrite, Path workFolder) {
        this.file = file;
        this.overwrite = overwrite;
        this.workFolder = workFolder;
    }

    /// Looks whether `destination` may be written, clears what a killed export left beside it, and
    /// makes the work folder.
    ///
    /// @throws FailureException DESTINATION_REFUSED or NOT_WRITABLE
    static Destination prepare(Path destination, boolean overwrite) {
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
        clearLeftovers(folder, file.getFileName().toString());
        Path workFolder =
                folder.resolve("." + file.getFileName() + MARK + ProcessHandle.current().pid());
        try {
            Files.createDirectory(workFolder);
        } catch (IOException e) {
            throw FileFailures.writing(folder, e);
        }
        return new Destination(file, overwrite, workFolder);
    }

    private static FailureException refused(Path file, String reason) {
        return Failure.of(
                        FailureKind.DESTINATION_REFUSED, "file", file.toString(), "reason", reason)
                .asException();
    }

    /// Work folders carry the process that made them; one whose process is gone belongs to nobody.
    private static void clearLeftovers(Path folder, String name) {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> leftovers =
                    entries.filter(
                                    path ->
                                            path.getFileName()
                                                    .toString()
                                                    .startsWith("." + name + MARK))
                            .filter(path -> !ownerLives(path))
                            .toList();
            for (Path leftover : leftovers) {
                remove(leftover);
            }
        } catch (IOException e) {
            throw FileFailures.writing(folder, e);
        }
    }

    private static boolean ownerLives(Path workFolder) {
        String name = workFolder.getFileName().toString();
        String pid = name.substring(name.lastIndexOf('-') + 1);
        Optional<ProcessHandle> owner =
                pid.matches("\\d{1,18}") ? ProcessHandle.of(Long.parseLong(pid)) : Optional.empty();
        return owner.map(ProcessHandle::isAlive).orElse(false);
    }

    Path file() {
        return file;
    }

    Path workFolder() {
        return workFolder;
    }

    /// Puts the finished, verified file in place: atomically, and on disk before this returns.
    void accept(Path finished) {
        try {
            if (Files.exists(file) && !overwrite) {
                throw refused(file, "exists");
            }
            Files.move(
                    finished,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            syncFolder();
        } catch (IOException e) {
            throw FileFailures.writing(file, e);
        }
    }

    /// A rename is on disk only when its folder is.
    private void syncFolder() throws IOException {
        Path folder = file.getParent();
        if (folder == null || System.getProperty("os.name").startsWith("Windows")) {
            return; // a folder cannot be opened there
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public void close() {
        try {
            remove(workFolder);
        } catch (IOException e) {
            throw FileFailures.writing(workFolder, e);
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
