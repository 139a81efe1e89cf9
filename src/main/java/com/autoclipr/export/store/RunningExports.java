package com.autoclipr.export.store;

import com.autoclipr.files.SystemFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The exports that are running on a store: one folder each, with a file `lock` that its process
/// has locked, a file `keys`, and its staged files. A folder with a free lock belongs to a dead
/// process.
///
/// On POSIX systems a process loses its lock on a file when it closes *any* channel of that file.
/// So the locked file is never read, and lock files of this process, known by their names, are
/// never opened again.
final class RunningExports {
    private static final Logger LOG = LoggerFactory.getLogger(RunningExports.class);

    /// Distinguishes this process from all others, also from one with the same id on another
    /// machine or in another container.
    private static final String PROCESS = UUID.randomUUID().toString();

    private static final Pattern NAME =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.[0-9a-f-]{36}");
    private static final String LOCK = "lock";
    private static final String KEYS = "keys";

    private final Path folder;

    /// @param folder of all running exports
    RunningExports(Path folder) {
        this.folder = folder;
    }

    /// An export of this process. Closing it marks the export as ended.
    static final class Running implements AutoCloseable {
        private final Path own;
        private final Collection<String> keys;
        private FileChannel lock;
        private boolean closed;

        private Running(Path own, Collection<String> keys) throws IOException {
            this.own = own;
            this.keys = keys;
            this.lock = mark(own, keys);
        }

        /// The folder for staged files.
        Path folder() {
            return own;
        }

        /// Whether other processes can see it.
        boolean isThere() {
            return Files.exists(own.resolve(LOCK));
        }

        /// Writes the marker again after it was deleted. The caller holds the store's lock, or
        /// could not get it.
        synchronized void renew() throws IOException {
            if (closed || isThere()) {
                return;
            }
            lock.close();
            lock = mark(own, keys);
        }

        @Override
        public synchronized void close() {
            closed = true;
            try (FileChannel _ = lock) {
                remove(own);
            } catch (IOException e) {
                LOG.warn("{} could not be removed: {}", own, e.toString());
            }
        }
    }

    /// Marks an export of this process that needs `keys`. The caller holds the store's lock, or
    /// could not get it.
    Running begin(Collection<String> keys) throws IOException {
        return new Running(folder.resolve(PROCESS + "." + UUID.randomUUID()), List.copyOf(keys));
    }

    /// @return holds the lock
    private static FileChannel mark(Path own, Collection<String> keys) throws IOException {
        Files.createDirectories(own);
        FileChannel lock = null;
        try {
            lock =
                    FileChannel.open(
                            own.resolve(LOCK),
                            StandardOpenOption.CREATE_NEW,
                            StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                throw new IOException("a new lock is held by another process: " + own);
            }
            Files.write(own.resolve(KEYS), keys);
            return lock;
        } catch (IOException e) {
            if (lock != null) {
                lock.close();
            }
            remove(own);
            throw e;
        }
    }

    /// An export that is running in some process.
    record Needs(Set<String> keys) {}

    /// The keys that running exports need.
    List<Needs> running() throws IOException {
        List<Needs> running = new ArrayList<>();
        for (Path export : exports()) {
            if (lives(export)) {
                running.add(new Needs(keys(export)));
            }
        }
        return running;
    }

    /// Removes leftovers of dead processes. The caller holds the store's lock.
    void removeDead() throws IOException {
        for (Path export : exports()) {
            if (!lives(export)) {
                LOG.info("removing leftovers of an ended export: {}", export);
                remove(export);
            }
        }
    }

    private List<Path> exports() throws IOException {
        return StoreEntries.children(folder).stream()
                .filter(path -> NAME.matcher(path.getFileName().toString()).matches())
                .filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                .toList();
    }

    private static boolean lives(Path export) {
        if (export.getFileName().toString().startsWith(PROCESS)) {
            return true;
        }
        try (FileChannel channel =
                FileChannel.open(export.resolve(LOCK), StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException | OverlappingFileLockException e) {
            return true; // unknown: another user's, or a file system without locks
        }
    }

    private static Set<String> keys(Path export) throws IOException {
        try {
            return new HashSet<>(Files.readAllLines(export.resolve(KEYS)));
        } catch (NoSuchFileException e) {
            return Set.of(); // it has just ended
        }
    }

    /// The lock file last: until then other processes see a dead export, not a folder without
    /// owner.
    private static void remove(Path export) throws IOException {
        for (Path file : StoreEntries.children(export)) {
            if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                new SystemFiles().deleteFolder(file);
            } else if (!file.getFileName().toString().equals(LOCK)) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(export.resolve(LOCK));
        Files.deleteIfExists(export);
    }
}
