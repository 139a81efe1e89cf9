package com.autoclipr.export;

import com.autoclipr.export.job.ProcessOwner;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.media.FileFailures;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folder beside a destination in which one export works; while it is there and its owner
/// lives, no other export to the same destination begins. Owns the folder and the lock in it;
/// [#close()] removes both.
///
/// Its name says which process made it. A process that cannot be seen from here (in another
/// container, on the same disk) is told to live by the lock, which the system lets go of when it
/// dies.
final class WorkFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkFolder.class);
    private static final String MARK = ".autoclipr-";
    private static final String LOCK = "lock";
    private static final String MAKING = "making-";
    private static final Pattern OWNER =
            Pattern.compile("\\.autoclipr-(\\d{1,18})-(\\d{1,18})-\\d+$");

    private final Path path;
    private final Optional<FileChannel> lock;

    private WorkFolder(Path path, Optional<FileChannel> lock) {
        this.path = path;
        this.lock = lock;
    }

    /// Clears what killed exports to `file` left, and makes a folder for this one.
    ///
    /// @throws FailureException DESTINATION_REFUSED if another export to it is running;
    ///   NOT_WRITABLE or DISK_FULL
    static WorkFolder beside(Path file) {
        Path folder = file.resolveSibling(".").normalize();
        String prefix = "." + file.getFileName() + MARK;
        try {
            for (Path other : others(folder, prefix)) {
                if (ownerLives(other)) {
                    throw inUse(file);
                }
                remove(other);
            }
            // Under its own name it is locked already.
            Path making = Files.createTempDirectory(folder, prefix + MAKING);
            Optional<FileChannel> lock = lock(making.resolve(LOCK));
            Path path =
                    folder.resolve(
                            prefix
                                    + owner()
                                    + "-"
                                    + making.getFileName().toString().replaceAll(".*-", ""));
            Files.move(making, path, StandardCopyOption.ATOMIC_MOVE);
            WorkFolder made = new WorkFolder(path, lock);
            for (Path other : others(folder, prefix)) {
                if (!other.equals(path) && ownerLives(other)) {
                    made.close(); // both began at the same moment: neither has done anything yet
                    throw inUse(file);
                }
            }
            return made;
        } catch (IOException e) {
            throw FileFailures.writing(file, e);
        }
    }

    private static FailureException inUse(Path file) {
        return Failure.of(
                        FailureKind.DESTINATION_REFUSED,
                        "file",
                        file.toString(),
                        "reason",
                        "in-use")
                .asException();
    }

    /// Folders that this program made for the same destination.
    private static List<Path> others(Path folder, String prefix) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith(prefix))
                    .filter(entry -> OWNER.matcher(entry.getFileName().toString()).find())
                    .toList();
        }
    }

    /// Some network file systems know no locks: then the process alone tells.
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

    private static boolean ownerLives(Path workFolder) {
        Matcher name = OWNER.matcher(workFolder.getFileName().toString());
        boolean here =
                name.find()
                        && new ProcessOwner(
                                        Long.parseLong(name.group(1)),
                                        Long.parseLong(name.group(2)))
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
            LOG.debug("{} does not tell whether it is locked: {}", workFolder, e.toString());
            return false;
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            remove(path);
            if (lock.isPresent()) {
                lock.get().close();
            }
        } catch (IOException e) {
            throw FileFailures.writing(path, e);
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
