package com.autoclipr.export.prepare;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Checks that sources have not changed since they were hashed: a chunk of other content must never
/// be stored under their keys.
public final class UnchangedSources {
    private final Map<Path, FileStamp> stamps = new LinkedHashMap<>();
    private final Map<Path, String> names = new LinkedHashMap<>();

    /// Records the state of the files before they are hashed.
    ///
    /// @param files real paths, by their `src` in the project
    public UnchangedSources(Map<String, Path> files) {
        files.forEach(
                (src, path) -> {
                    stamps.put(path, FileStamp.of(path));
                    names.put(path, src);
                });
    }

    /// @throws com.autoclipr.failure.FailureException SOURCE_CHANGED with the fact `file`
    public void require() {
        stamps.forEach(
                (path, stamp) -> {
                    if (!FileStamp.of(path).equals(stamp)) {
                        throw Failure.of(FailureKind.SOURCE_CHANGED)
                                .with(Fact.FILE, names.getOrDefault(path, path.toString()))
                                .asException();
                    }
                });
    }

    /// Whether all of them are unchanged.
    public boolean hold() {
        return stamps.entrySet().stream()
                .allMatch(file -> FileStamp.of(file.getKey()).equals(file.getValue()));
    }
}
