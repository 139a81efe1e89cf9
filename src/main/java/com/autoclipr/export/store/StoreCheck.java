package com.autoclipr.export.store;

import java.nio.file.Path;
import java.util.List;

/// The result of verifying a chunk store.
///
/// @param entries number of entries read
/// @param bytes number of bytes read
/// @param otherVersions intact entries that only another version of this program can use
/// @param damaged corrupt entries
public record StoreCheck(long entries, long bytes, long otherVersions, List<Damaged> damaged) {
    public StoreCheck {
        damaged = List.copyOf(damaged);
    }

    /// A corrupt entry.
    ///
    /// @param file its path
    /// @param detail what is wrong
    /// @param removed whether it could be removed
    public record Damaged(Path file, String detail, boolean removed) {}
}
