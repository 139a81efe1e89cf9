package com.autoclipr.export.store;

import java.time.Instant;
import java.util.Optional;

/// Statistics of a chunk store.
///
/// @param place its location, for display
/// @param entries number of chunks and audio tracks
/// @param bytes their size
/// @param limitBytes size limit; running exports may exceed it
/// @param oldestUse last use of the least recently used entry
/// @param newestUse last use of the most recently used entry
/// @param exports number of running exports
/// @param neededEntries number of entries that running exports need
/// @param neededBytes their size
public record StoreInfo(
        String place,
        long entries,
        long bytes,
        long limitBytes,
        Optional<Instant> oldestUse,
        Optional<Instant> newestUse,
        long exports,
        long neededEntries,
        long neededBytes) {}
