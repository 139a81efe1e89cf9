package com.autoclipr.export.store;

import java.nio.file.Path;
import java.util.Set;

/// Encoded chunks and audio tracks, kept between exports by their content key: 64 hexadecimal
/// digits, the SHA-256 of everything that can change their bytes.
///
/// Safe for several threads, and for several processes that use the same store.
public interface ChunkStore {
    /// Opens the store for one export. What is kept under `keys` stays until the lease is closed,
    /// or the process is gone.
    ///
    /// @param keys of everything that the export is made of
    /// @param spare a folder of the export's own, for what a store that cannot be written to does
    ///   not take
    /// @throws com.autoclipr.failure.FailureException DISK_FULL or NOT_WRITABLE if neither can be
    ///   written to
    ChunkLease lease(Set<String> keys, Path spare);

    /// What is in the store.
    StoreInfo info();

    /// Reads every entry and throws out those that are not what was written.
    StoreCheck verify();

    /// Throws out everything that no running export needs.
    ///
    /// @throws com.autoclipr.failure.FailureException NOT_WRITABLE
    StoreClearing clear();
}
