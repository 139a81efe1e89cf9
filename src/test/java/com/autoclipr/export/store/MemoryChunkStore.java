package com.autoclipr.export.store;

import com.autoclipr.failure.FailureException;
import com.autoclipr.media.encoded.EncodedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A [ChunkStore] that is not a folder: bytes under keys, copied into the export's spare folder
/// when they are needed, as a store on the network would.
final class MemoryChunkStore implements ChunkStore {
    private final long maxBytes;
    private final Shared shared;

    /// What all who use the store see.
    static final class Shared {
        private final Map<String, byte[]> entries = new HashMap<>();
        private final Map<String, Instant> used = new HashMap<>();
        private final List<Lease> leases = new ArrayList<>();
    }

    MemoryChunkStore(long maxBytes, Shared shared) {
        this.maxBytes = maxBytes;
        this.shared = shared;
    }

    @Override
    public ChunkLease lease(Set<String> keys, Path spare) {
        synchronized (shared) {
            Lease lease = new Lease(keys, spare);
            shared.leases.add(lease);
            return lease;
        }
    }

    @Override
    public StoreInfo info() {
        synchronized (shared) {
            Set<String> needed = needed();
            needed.retainAll(shared.entries.keySet());
            return new StoreInfo(
                    "memory",
                    shared.entries.size(),
                    bytes(shared.entries.keySet()),
                    maxBytes,
                    shared.used.values().stream().min(Comparator.naturalOrder()),
                    shared.used.values().stream().max(Comparator.naturalOrder()),
                    shared.leases.size(),
                    needed.size(),
                    bytes(needed));
        }
    }

    private Set<String> needed() {
        Set<String> needed = new HashSet<>();
        shared.leases.forEach(lease -> needed.addAll(lease.keys));
        return needed;
    }

    private long bytes(Collection<String> keys) {
        return keys.stream()
                .mapToLong(key -> shared.entries.getOrDefault(key, new byte[0]).length)
                .sum();
    }

    @Override
    public StoreCheck verify() {
        synchronized (shared) {
            List<StoreCheck.Damaged> damaged = new ArrayList<>();
            int entries = shared.entries.size();
            long bytes = bytes(shared.entries.keySet());
            for (String key : List.copyOf(shared.entries.keySet())) {
                if (!isWhole(key)) {
                    shared.entries.remove(key);
                    damaged.add(new StoreCheck.Damaged(Path.of(key), "damaged", true));
                }
            }
            return new StoreCheck(entries, bytes, 0, damaged);
        }
    }

    private boolean isWhole(String key) {
        try {
            Path copy = Files.createTempFile("chunk", "");
            try {
                Files.write(copy, shared.entries.getOrDefault(key, new byte[0]));
                return EncodedFile.check(copy).provenance().key().equals(key);
            } catch (FailureException e) {
                return false;
            } finally {
                Files.delete(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public StoreClearing clear() {
        return throwOut(0);
    }

    private StoreClearing throwOut(long leftBytes) {
        synchronized (shared) {
            Set<String> needed = needed();
            List<String> oldestFirst = new ArrayList<>(shared.entries.keySet());
            oldestFirst.sort(
                    Comparator.comparing(key -> shared.used.getOrDefault(key, Instant.EPOCH)));
            long removed = 0;
            long removedBytes = 0;
            for (String key : oldestFirst) {
                if (bytes(shared.entries.keySet()) > leftBytes && !needed.contains(key)) {
                    removed++;
                    removedBytes += bytes(Set.of(key));
                    shared.entries.remove(key);
                }
            }
            return new StoreClearing(
                    removed, removedBytes, shared.entries.size(), bytes(shared.entries.keySet()));
        }
    }

    private final class Lease implements ChunkLease {
        private final Set<String> keys;
        private final Path folder;

        Lease(Set<String> keys, Path folder) {
            this.keys = keys;
            this.folder = folder;
        }

        @Override
        public Optional<Path> find(String key) {
            synchronized (shared) {
                byte[] entry = shared.entries.get(key);
                if (entry == null) {
                    return Optional.empty();
                }
                shared.used.put(key, Instant.now());
                try {
                    return Optional.of(Files.write(stage(key), entry));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        @Override
        public Path folder() {
            return folder;
        }

        @Override
        public Path stage(String key) {
            return folder.resolve(key + UUID.randomUUID());
        }

        @Override
        public Path put(String key, Path staged) {
            synchronized (shared) {
                try {
                    if (!shared.entries.containsKey(key) || !isWhole(key)) {
                        shared.entries.put(key, Files.readAllBytes(staged));
                        shared.used.put(key, Instant.now());
                    }
                    Files.delete(staged);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                throwOut(maxBytes);
                return find(key).orElseThrow();
            }
        }

        @Override
        public void discard(String key) {
            synchronized (shared) {
                shared.entries.remove(key);
                shared.used.remove(key);
            }
        }

        @Override
        public boolean makeRoom() {
            return throwOut(info().bytes() / 2).removedEntries() > 0;
        }

        @Override
        public boolean leaveStore() {
            return false;
        }

        @Override
        public void close() {
            synchronized (shared) {
                shared.leases.remove(this);
                throwOut(maxBytes);
            }
        }
    }
}
