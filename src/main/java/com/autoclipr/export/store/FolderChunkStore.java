package com.autoclipr.export.store;

import com.autoclipr.failure.FailureException;
import com.autoclipr.files.DurableFiles;
import com.autoclipr.files.FileFailures;
import com.autoclipr.media.encoded.EncodedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A [ChunkStore] in a folder, bounded in bytes: the least recently used entries are evicted first,
/// but never one that a running export of any process needs. An export that needs more than the
/// bound keeps its entries until it ends.
///
/// | in the folder | what |
/// |---|---|
/// | `ab/abcdef….chunk` | an entry |
/// | `running/…/` | keys and staged files of one running export |
/// | `lock` | held briefly, see [StoreLock] |
///
/// There must be one instance per folder and process. Files with other names are left alone; an
/// obstacle at an entry's path (see [EntryPlace]) affects only that entry.
public final class FolderChunkStore implements ChunkStore {
    /// Default limit in bytes.
    public static final long DEFAULT_MAX_BYTES = 10L << 30;

    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(FolderChunkStore.class);

    private final Path folder;
    private final long maxBytes;
    private final DurableFiles files;
    private final StoreEntries entries;
    private final RunningExports running;
    private final StoreLock lock;
    private final Set<Path> syncedShards = ConcurrentHashMap.newKeySet();
    private final AtomicLong untrimmedBytes;

    /// @param folder created on first use
    /// @param maxBytes limit for all entries
    public FolderChunkStore(Path folder, long maxBytes, DurableFiles files) {
        this(folder, maxBytes, files, LOCK_TIMEOUT);
    }

    FolderChunkStore(Path folder, long maxBytes, DurableFiles files, Duration lockTimeout) {
        this.folder = folder;
        this.maxBytes = maxBytes;
        this.files = files;
        this.entries = new StoreEntries(folder);
        this.running = new RunningExports(folder.resolve("running"));
        this.lock = new StoreLock(folder.resolve("lock"), lockTimeout.toMillis());
        this.untrimmedBytes = new AtomicLong(stepBytes());
    }

    @Override
    public ChunkLease lease(Set<String> keys, Path spare) {
        try {
            return new FailoverLease(lease(keys), () -> spareLease(keys, spare));
        } catch (IOException e) {
            LOG.warn(
                    "the chunk store {} cannot be written to; it is read, and nothing is"
                            + " kept: {}",
                    folder,
                    e.toString());
        }
        return spareLease(keys, spare);
    }

    private ChunkLease spareLease(Set<String> keys, Path spare) {
        Path own = spare.resolve("chunks");
        try {
            return new ReadOnlyFallbackLease(
                    entries, new FolderChunkStore(own, Long.MAX_VALUE, files).lease(keys));
        } catch (IOException e) {
            throw FileFailures.writing(own, e);
        }
    }

    private ChunkLease lease(Set<String> keys) throws IOException {
        files.createFolders(folder);
        try (StoreLock.Held held = lock.await()) {
            if (held == null) {
                LOG.warn("the chunk store {} is locked; continuing without the lock", folder);
            } else {
                running.removeDead();
            }
            return new FolderLease(this, running.begin(keys));
        }
    }

    /// The store may have been deleted, and with it the marker that shows this export to other
    /// processes.
    void keep(RunningExports.Running export) {
        if (export.isThere()) {
            return;
        }
        try {
            files.createFolders(folder);
            try (StoreLock.Held _ = lock.await()) {
                export.renew();
            }
        } catch (IOException e) {
            LOG.warn("the chunk store {} is gone: {}", folder, e.toString());
        }
    }

    Optional<Path> find(String key) {
        Path file = entries.fileOf(key);
        if (!StoreEntries.isThere(file)) {
            return Optional.empty();
        }
        StoreEntries.touch(file);
        return Optional.of(file);
    }

    /// Moves a staged file into the store, whose folder may have been deleted.
    Path put(String key, Path staged) throws IOException {
        Path file = entries.fileOf(key);
        Path shard = file.resolveSibling(".").normalize();
        if (StoreEntries.isThere(file) && holds(file, key)) {
            // The process that put it may not have synced the folder yet.
            makeShard(shard);
            files.syncFolder(shard);
            files.delete(staged);
            return file;
        }
        long bytes = Files.size(staged);
        makeShard(shard);
        if (EntryPlace.free(files, file)) {
            LOG.warn("removing an obstacle at the path {}", file);
        }
        files.rename(staged, file);
        files.syncFolder(shard);
        trimAfter(bytes);
        return file;
    }

    /// A folder created by another process may not be on disk yet.
    private void makeShard(Path shard) throws IOException {
        if (!Files.isDirectory(shard)) {
            if (Files.exists(shard, LinkOption.NOFOLLOW_LINKS)) {
                EntryPlace.setAside(files, shard, new NotDirectoryException(shard.toString()));
            }
            files.createFolders(shard);
        } else if (!syncedShards.contains(shard)) {
            files.syncFolder(folder);
        }
        syncedShards.add(shard);
    }

    private static boolean holds(Path file, String key) {
        try {
            return EncodedFile.check(file).provenance().key().equals(key);
        } catch (FailureException e) {
            return false;
        }
    }

    void discard(String key) {
        Path file = entries.fileOf(key);
        try {
            if (!EntryPlace.free(files, file)) {
                files.delete(file);
            }
        } catch (IOException e) {
            throw FileFailures.writing(file, e);
        }
    }

    /// Growth after which the limit is checked.
    private long stepBytes() {
        return Math.max(1, maxBytes / 100);
    }

    private void trimAfter(long bytes) {
        if (untrimmedBytes.addAndGet(bytes) >= stepBytes()) {
            trim();
        }
    }

    /// Evicts the least recently used entries until the store stays within the limit up to the next
    /// check. A store that cannot be trimmed does not fail the export.
    void trim() {
        if (maxBytes == Long.MAX_VALUE || !Files.isDirectory(folder)) {
            return; // no other process, or just deleted
        }
        try (StoreLock.Held held = lock.tryNow()) {
            if (held == null) {
                return; // another process is trimming
            }
            untrimmedBytes.set(0);
            running.removeDead();
            throwOut(maxBytes - stepBytes());
        } catch (IOException e) {
            LOG.warn("the chunk store {} could not be trimmed: {}", folder, e.toString());
        }
    }

    boolean makeRoom() {
        try (StoreLock.Held held = lock.await()) {
            requireHeld(held);
            running.removeDead();
            StoreClearing done = throwOut(sum(entries.list()) / 2);
            LOG.warn("disk full; evicted entries of the chunk store: {}", done.removedEntries());
            return done.removedEntries() > 0;
        } catch (IOException e) {
            LOG.warn("the chunk store {} could not be trimmed: {}", folder, e.toString());
            return false;
        }
    }

    /// Requires the lock.
    private StoreClearing throwOut(long leftBytes) throws IOException {
        Set<String> needed = needed(running.running());
        List<StoreEntries.Entry> oldestFirst = new ArrayList<>(entries.list());
        oldestFirst.sort(Comparator.comparingLong(StoreEntries.Entry::usedAtMs));
        long bytes = sum(oldestFirst);
        long removed = 0;
        long removedBytes = 0;
        long nowMs = System.currentTimeMillis();
        for (StoreEntries.Entry entry : oldestFirst) {
            if (entry.usedAtMs() > nowMs) {
                // The clock was wrong: an entry used in the future would never be evicted.
                StoreEntries.touch(entry.file());
            }
            if (bytes - removedBytes > leftBytes && !needed.contains(entry.key())) {
                files.delete(entry.file());
                removed++;
                removedBytes += entry.bytes();
            }
        }
        return new StoreClearing(
                removed, removedBytes, oldestFirst.size() - removed, bytes - removedBytes);
    }

    private static Set<String> needed(List<RunningExports.Needs> exports) {
        Set<String> keys = new HashSet<>();
        exports.forEach(export -> keys.addAll(export.keys()));
        return keys;
    }

    private static long sum(List<StoreEntries.Entry> list) {
        return list.stream().mapToLong(StoreEntries.Entry::bytes).sum();
    }

    @Override
    public StoreInfo info() {
        try {
            List<RunningExports.Needs> exports = running.running();
            Set<String> keys = needed(exports);
            List<StoreEntries.Entry> all = entries.list();
            List<StoreEntries.Entry> inUse =
                    all.stream().filter(entry -> keys.contains(entry.key())).toList();
            return new StoreInfo(
                    folder.toString(),
                    all.size(),
                    sum(all),
                    maxBytes,
                    all.stream().map(FolderChunkStore::usedAt).min(Comparator.naturalOrder()),
                    all.stream().map(FolderChunkStore::usedAt).max(Comparator.naturalOrder()),
                    exports.size(),
                    inUse.size(),
                    sum(inUse));
        } catch (IOException e) {
            throw FileFailures.reading(folder, e);
        }
    }

    private static Instant usedAt(StoreEntries.Entry entry) {
        return Instant.ofEpochMilli(entry.usedAtMs());
    }

    @Override
    public StoreCheck verify() {
        try {
            return new StoreVerification(files).of(entries.list(), entries.obstacles());
        } catch (IOException e) {
            throw FileFailures.reading(folder, e);
        }
    }

    @Override
    public StoreClearing clear() {
        if (!Files.isDirectory(folder)) {
            return new StoreClearing(0, 0, 0, 0);
        }
        try (StoreLock.Held held = lock.await()) {
            requireHeld(held);
            running.removeDead();
            StoreClearing done = throwOut(0);
            long freed = 0;
            for (Path obstacle : entries.obstacles()) {
                freed += EntryPlace.free(files, obstacle) ? 1 : 0;
            }
            return new StoreClearing(
                    done.removedEntries() + freed,
                    done.removedBytes(),
                    done.keptEntries(),
                    done.keptBytes());
        } catch (IOException e) {
            throw FileFailures.writing(folder, e);
        }
    }

    private static void requireHeld(StoreLock.@Nullable Held held) throws IOException {
        if (held == null) {
            throw new IOException("another process has held the store's lock for too long");
        }
    }
}
