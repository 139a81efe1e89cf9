package com.autoclipr.export.store;

/// The result of clearing a chunk store.
///
/// @param removedEntries number of entries removed
/// @param removedBytes their size
/// @param keptEntries number of entries that running exports need
/// @param keptBytes their size
public record StoreClearing(
        long removedEntries, long removedBytes, long keptEntries, long keptBytes) {}
