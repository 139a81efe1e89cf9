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
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The file to write, and a work folder beside it (on the same file system, so that the last move
/// is atomic). The destination is not touched before [#accept(Path)]. Owns the work folder;
/// [#close()] removes it.
final class Destination implements AutoCloseable {
    private static final String MARK = ".autoclipr-";
    private static final Pattern OWNER =
            Pattern.compile("\\.autoclipr-(\\d{1,18})-(\\d{1,18})-\\d+$");

    private final Path file;
    private final boolean overwrite;
    private final Path workFolder;

    private final DurableFiles files;

    private Destination(Path file, boolean overwrite, Path workFolder, DurableFiles files) {
        this.file = file;
        this.overwrite = overwrite;
        this.workFolder = workFolder;
        this.files = files;
    }

    /// Looks whether `destination` may be written, clears what a killed export left beside it, and
    /// makes the work folder.
    ///
    /// @throws FailureException DESTINATION_REFUSED or NOT_WRITABLE
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
        clearLeftovers(folder, file.getFileName().toString());
        try {
            Path workFolder =
                    Files.createTempDirectory(
                            folder, "." + file.getFileName() + MARK + owner() + "-");
            return new Destination(file, overwrite, workFolder, files);
        } catch (IOException e) {
            throw FileFailures.writing(file, e);
        }
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

    /// This process, told apart from another one that gets the same number later (in a container
    /// every run has the same): its number and the time it was started.
    private static String owner() {
        ProcessHandle self = ProcessHandle.current();
        return self.pid() + "-" + startMs(self);
    }

    private static long startMs(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static boolean ownerLives(Path workFolder) {
        Matcher name = OWNER.matcher(workFolder.getFileName().toString());
        if (!name.find()) {
            return true; // not made by this program
        }
        return ProcessHandle.of(Long.parseLong(name.group(1)))
                .filter(owner -> startMs(owner) == Long.parseLong(name.group(2)))
                .map(ProcessHandle::isAlive)
                .orElse(false);
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
            files.sync(finished);
            files.rename(finished, file);
            files.syncFolder(file.resolveSibling(".").normalize());
        } catch (IOException e) {
            throw FileFailures.writing(file, e);
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
