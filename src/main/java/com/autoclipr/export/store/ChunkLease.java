package com.autoclipr.export.store;

import java.nio.file.Path;
import java.util.Optional;

/// An export's lease of a [ChunkStore]; closed by the export.
///
/// Thread-safe.
public interface ChunkLease extends AutoCloseable {
    /// The local file with this key, if there is one. The reader checks its digest.
    Optional<Path> find(String key);

    /// The folder for staged files; other processes may delete it.
    Path folder();

    /// A new path for writing the file for `key` before it is put into the store.
    Path stage(String key);

    /// Moves a staged file into the store, unless it already has an intact one with this key. The
    /// file is durable when this returns.
    ///
    /// @return its new path
    /// @throws com.autoclipr.failure.FailureException DISK_FULL, NOT_WRITABLE, or
    ///   STORED_FILE_CORRUPT if the staged file is gone
    Path put(String key, Path staged);

    /// Evicts a corrupt file.
    void discard(String key);

    /// Evicts half of the store, least recently used first, because the disk is full; entries
    /// needed by running exports stay.
    ///
    /// @return whether anything was evicted
    boolean makeRoom();

    /// Stops writing to the store, because it no longer accepts files; its entries are still read.
    ///
    /// @return whether there is an alternative
    boolean leaveStore();

    /// Ends the lease and removes staged files that were not put into the store.
    @Override
    void close();
}
