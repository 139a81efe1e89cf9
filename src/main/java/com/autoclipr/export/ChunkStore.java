package com.autoclipr.export;

import java.nio.file.Path;
import java.util.Optional;

/// Encoded chunks and sound tracks by their content key. Safe for several threads and processes.
public interface ChunkStore {
    /// The stored file with this key, if there is one.
    Optional<Path> find(String key);

    /// A path, not yet existing, at which a file for `key` may be written before it is put.
    Path stage(String key);

    /// Takes a staged file in, if none with this key is there yet; returns where it is now.
    Path put(String key, Path staged);

    /// Keeps a text beside the file for `key`; put before the file itself, so that whoever finds
    /// the file finds it.
    void putNotes(String key, String notes);

    /// The text kept for `key`.
    Optional<String> notes(String key);

    /// Throws a file out that turned out to be damaged.
    void discard(String key);
}
