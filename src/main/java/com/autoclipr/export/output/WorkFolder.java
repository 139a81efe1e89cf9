package com.autoclipr.export.output;

import com.autoclipr.export.job.ProcessOwner;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.files.DurableFiles;
import com.autoclipr.files.FileFailures;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The work folder of an export, next to its destination. While it exists and its owner is alive,
/// no other export to the same destination starts. Owns the folder and the lock in it; [#close()]
/// removes both.
///
/// Its name contains the process that created it. If that process is not visible from here (another
/// container on the same disk), the lock shows that it is alive; the system releases it when the
/// process dies.
final class WorkFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkFolder.class);
    private static final String MARK = ".autoclipr-";
    private static final String LOCK = "lock";
    private static final String MAKING = "making-";
    private static final Pattern OWNER =
            Pattern.compile("\\.autoclipr-(making-)?(\\d{1,18})-(\\d{1,18})-\\w+$");

    /// Grace period for a folder that is created but not yet locked.
    private static final Duration MAKING_AT_MOST = Duration.ofMinutes(1);

    /// File names have at most 255 bytes, on some encrypted disks 143.
    private static final int LONGEST_NAME_BYTES = 80;

    private final Path path;
    private final Optional<FileChannel> lock;
    private final DurableFiles files;

    private WorkFolder(Path path, Optional<FileChannel> lock, DurableFiles files) {
        this.path = path;
        this.lock = lock;
        this.files = files;
    }

    /// Removes leftovers of killed exports to `file` and creates a folder for this one.
    ///
    /// @throws FailureException DESTINATION_REFUSED if another export to it is running;
    ///   NOT_WRITABLE or DISK_FULL
    static WorkFolder beside(Path file, DurableFiles files) {
        Path folder = file.resolveSibling(".").normalize();
        String prefix = "." + shortened(file.getFileName().toString()) + MARK;
        try {
            for (Path other : others(folder, prefix)) {
                if (isBeingMade(other)) {
                    continue;
                }
                if (ownerLives(other)) {
                    throw inUse(file);
                }
                files.deleteFolder(other);
            }
            WorkFolder made = make(folder, prefix, files);
            for (Path other : others(folder, prefix)) {
                if (!other.equals(made.path) && !isBeingMade(other) && ownerLives(other)) {
                    made.close(); // both started at the same time: neither has done anything yet
                    throw inUse(file);
                }
            }
            return made;
        } catch (IOException e) {
            throw FileFailures.writing(file, e);
        }
    }

    /// Long names are replaced by a digest.
    private static String shortened(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= LONGEST_NAME_BYTES
                ? name
                : UUID.nameUUIDFromBytes(bytes).toString().replace("-", "");
    }

    /// It is locked before it gets its final name.
    private static WorkFolder make(Path folder, String prefix, DurableFiles files)
            throws IOException {
        String name = owner() + "-" + UUID.randomUUID().toString().substring(0, 8);
        Path making = Files.createDirectory(folder.resolve(prefix + MAKING + name));
        Optional<FileChannel> lock = Optional.empty();
        Path path = making;
        try {
            lock = lock(making.resolve(LOCK));
            path =
                    Files.move(
                            making, folder.resolve(prefix + name), StandardCopyOption.ATOMIC_MOVE);
            return new WorkFolder(path, lock, files);
        } finally {
            if (path.equals(making)) {
                new WorkFolder(making, lock, files).close();
            }
        }
    }

    private static FailureException inUse(Path file) {
        return Failure.of(FailureKind.DESTINATION_REFUSED)
                .with(Fact.FILE, file.toString())
                .with(Fact.REASON, "in-use")
                .asException();
    }

    /// Work folders for the same destination.
    private static List<Path> others(Path folder, String prefix) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith(prefix))
                    .filter(entry -> OWNER.matcher(entry.getFileName().toString()).find())
                    .toList();
        }
    }

    /// Some network file systems have no locks; then only the process counts.
    private static Optional<FileChannel> lock(Path file) {
        try {
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(channel);
        } catch (IOException e) {
            LOG.debug("{} cannot be locked: {}", file, e.toString());
            return Optional.empty();
        }
    }

    private static String owner() {
        ProcessOwner self = ProcessOwner.current();
        return self.pid() + "-" + self.startMs();
    }

    /// Whether it is so new that it may not be locked yet; no export works in it yet.
    private static boolean isBeingMade(Path workFolder) throws IOException {
        if (!workFolder.getFileName().toString().contains(MARK + MAKING)) {
            return false;
        }
        try {
            Instant made = Files.getLastModifiedTime(workFolder).toInstant();
            return made.plus(MAKING_AT_MOST).isAfter(Instant.now());
        } catch (NoSuchFileException e) {
            return true; // it has been renamed
        }
    }

    private static boolean ownerLives(Path workFolder) {
        Matcher name = OWNER.matcher(workFolder.getFileName().toString());
        boolean here =
                name.find()
                        && new ProcessOwner(
                                        Long.parseLong(name.group(2)),
                                        Long.parseLong(name.group(3)))
                                .stillRuns();
        return here || isLocked(workFolder);
    }

    private static boolean isLocked(Path workFolder) {
        try {
            Path file = workFolder.resolve(LOCK);
            if (!Files.exists(file)) {
                return false;
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                    FileLock taken = channel.tryLock()) {
                return taken == null;
            }
        } catch (IOException e) {
            LOG.debug("{}: cannot determine whether it is locked: {}", workFolder, e.toString());
            return false;
        }
    }

    Path path() {
        return path;
    }

    /// What cannot be removed is left to the next export; it does not fail this one, whose file may
    /// be in place already.
    @Override
    public void close() {
        try {
            if (lock.isPresent()) {
                lock.get().close(); // or a network file system would keep the file
            }
            files.deleteFolder(path);
        } catch (IOException e) {
            LOG.warn("the work folder {} could not be removed: {}", path, e.toString());
        }
    }
}
