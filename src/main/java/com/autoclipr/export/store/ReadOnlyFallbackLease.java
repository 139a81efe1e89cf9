package com.autoclipr.export.store;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A lease of a read-only store: its entries are read, new files go to a private store of the
/// export. Owns the lease of the private store.
final class ReadOnlyFallbackLease implements ChunkLease {
    private final StoreEntries readOnly;
    private final ChunkLease own;
    private final Set<String> discarded = ConcurrentHashMap.newKeySet();

    ReadOnlyFallbackLease(StoreEntries readOnly, ChunkLease own) {
        this.readOnly = readOnly;
        this.own = own;
    }

    @Override
    public Optional<Path> find(String key) {
        return own.find(key)
                .or(
                        () ->
                                Optional.of(readOnly.fileOf(key))
                                        .filter(_ -> !discarded.contains(key))
                                        .filter(StoreEntries::isThere));
    }

    @Override
    public Path folder() {
        return own.folder();
    }

    @Override
    public Path stage(String key) {
        return own.stage(key);
    }

    @Override
    public Path put(String key, Path staged) {
        return own.put(key, staged);
    }

    @Override
    public void discard(String key) {
        discarded.add(key);
        own.discard(key);
    }

    @Override
    public boolean makeRoom() {
        return own.makeRoom();
    }

    @Override
    public boolean leaveStore() {
        return false; // it does so already
    }

    @Override
    public void close() {
        own.close();
    }
}
