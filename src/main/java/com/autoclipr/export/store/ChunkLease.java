package com.autoclipr.export.store;

import java.nio.file.Path;
import java.util.Optional;

/// One export's use of a [ChunkStore]. The export closes it.
///
/// Safe for several threads.
public interface ChunkLease extends AutoCloseable {
    /// A local copy of what is kept under this key, if there is something. Whoever reads it checks
    /// its digest.
    Optional<Path> find(String key);

    /// Where files are staged. It may be deleted by somebody.
    Path folder();

    /// A path, not yet existing, at which a file for `key` may be written before it is put.
    Path stage(String key);

    /// Takes a staged file in, unless a whole one with this key is there; it survives a power cut
    /// when this returns.
    ///
    /// @return where it is now
    /// @throws com.autoclipr.failure.FailureException DISK_FULL, NOT_WRITABLE, or
    ///   STORED_FILE_CORRUPT if the staged file is gone
    Path put(String key, Path staged);

    /// Throws out what turned out to be damaged.
    void discard(String key);

    /// Throws out half of what is kept, what was used longest ago first, because the disk is full;
    /// what running exports need stays.
    ///
    /// @return whether something went
    boolean makeRoom();

    /// Has what is made from now on not kept, because the store takes nothing any more; what it has
    /// is still found.
    ///
    /// @return whether there is another place
    boolean leaveStore();

    /// Gives up what is needed and removes what was staged and not put.
    @Override
    void close();
}
