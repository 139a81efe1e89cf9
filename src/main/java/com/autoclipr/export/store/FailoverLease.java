package com.autoclipr.export.store;

import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.files.FileFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A lease that fails over to a private folder if the store stops accepting files during the
/// export, because its disk has become read-only or a folder belongs to another user. Owns both
/// leases.
final class FailoverLease implements ChunkLease {
    private static final Logger LOG = LoggerFactory.getLogger(FailoverLease.class);

    private final ChunkLease first;
    private final Supplier<ChunkLease> spare;
    private ChunkLease current;

    /// @param spare opened on demand
    FailoverLease(ChunkLease first, Supplier<ChunkLease> spare) {
        this.first = first;
        this.spare = spare;
        this.current = first;
    }

    private synchronized ChunkLease current() {
        return current;
    }

    @Override
    public synchronized boolean leaveStore() {
        if (!current.equals(first)) {
            return true;
        }
        try {
            current = spare.get();
        } catch (FailureException e) {
            LOG.warn("no alternative either: {}", e.getMessage());
            return false;
        }
        LOG.warn("the chunk store no longer accepts files; new chunks are not kept");
        return true;
    }

    private boolean mayMove(FailureException e) {
        return e.failure().kind() == FailureKind.NOT_WRITABLE && leaveStore();
    }

    @Override
    public Optional<Path> find(String key) {
        return current().find(key);
    }

    @Override
    public Path folder() {
        return current().folder();
    }

    @Override
    public Path stage(String key) {
        return current().stage(key);
    }

    @Override
    public Path put(String key, Path staged) {
        ChunkLease lease = current();
        try {
            return lease.put(key, at(lease, key, staged));
        } catch (FailureException e) {
            if (!lease.equals(first) || !mayMove(e)) {
                throw e;
            }
            return current().put(key, at(current(), key, staged));
        }
    }

    /// Files staged before the failover may be on another disk.
    private Path at(ChunkLease lease, String key, Path staged) {
        if (lease.equals(first) || staged.startsWith(lease.folder())) {
            return staged;
        }
        Path copy = lease.stage(key);
        try {
            return Files.copy(staged, copy);
        } catch (IOException e) {
            throw FileFailures.writing(copy, e);
        }
    }

    @Override
    public void discard(String key) {
        ChunkLease lease = current();
        try {
            lease.discard(key);
        } catch (FailureException e) {
            if (!lease.equals(first) || !mayMove(e)) {
                throw e;
            }
            current().discard(key);
        }
    }

    @Override
    public boolean makeRoom() {
        return current().makeRoom();
    }

    @Override
    public void close() {
        try (first) {
            if (!current().equals(first)) {
                current().close();
            }
        }
    }
}
