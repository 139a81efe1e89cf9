package com.autoclipr.export.store;

import java.time.Instant;
import java.util.Optional;

/// What is in a chunk store.
///
/// @param place where it is, for people
/// @param entries chunks and audio tracks
/// @param bytes that they take
/// @param limitBytes most bytes kept; a running export keeps what it needs beyond that
/// @param oldestUse when the entry that goes next was used
/// @param newestUse when an entry was used last
/// @param exports that are running
/// @param neededEntries entries that running exports need
/// @param neededBytes that those take
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
