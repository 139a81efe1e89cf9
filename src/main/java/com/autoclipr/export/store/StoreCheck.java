package com.autoclipr.export.store;

import java.nio.file.Path;
import java.util.List;

/// What reading a whole chunk store showed.
///
/// @param entries that were read
/// @param bytes that were read
/// @param otherVersions entries among them that are whole and that only another version of this
///   program can use
/// @param damaged entries that were not what was written
public record StoreCheck(long entries, long bytes, long otherVersions, List<Damaged> damaged) {
    public StoreCheck {
        damaged = List.copyOf(damaged);
    }

    /// An entry that is not what was written.
    ///
    /// @param file where it is, or was
    /// @param detail what is wrong with it
    /// @param removed whether it could be thrown out
    public record Damaged(Path file, String detail, boolean removed) {}
}
