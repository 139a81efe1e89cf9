package com.autoclipr.export.store;

import java.nio.file.Path;
import java.util.Set;

/// A cache of encoded chunks and audio tracks by content key: 64 hexadecimal digits, the SHA-256 of
/// everything that can change their bytes.
///
/// Safe for concurrent use by threads and processes.
public interface ChunkStore {
    /// Opens the store for one export. Entries with `keys` stay until the lease is closed or the
    /// process is gone.
    ///
    /// @param keys of all chunks and the audio track of the export
    /// @param spare a private folder of the export, used if the store cannot be written to
    /// @throws com.autoclipr.failure.FailureException DISK_FULL or NOT_WRITABLE if neither can be
    ///   written to
    ChunkLease lease(Set<String> keys, Path spare);

    /// Statistics of the store.
    StoreInfo info();

    /// Reads all entries and removes corrupt ones.
    StoreCheck verify();

    /// Removes all entries that no running export needs.
    ///
    /// @throws com.autoclipr.failure.FailureException NOT_WRITABLE
    StoreClearing clear();
}
