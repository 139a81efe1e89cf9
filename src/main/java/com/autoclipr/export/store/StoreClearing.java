package com.autoclipr.export.store;

/// What clearing a chunk store did.
///
/// @param removedEntries thrown out
/// @param removedBytes that they took
/// @param keptEntries that running exports need
/// @param keptBytes that those take
public record StoreClearing(
        long removedEntries, long removedBytes, long keptEntries, long keptBytes) {}
