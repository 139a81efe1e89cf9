package com.autoclipr.export.prepare;

import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Watches that sources stay as they were when they were digested: a chunk made of other content
/// must never be stored under their keys.
public final class UnchangedSources {
    private final Map<Path, FileStamp> stamps = new LinkedHashMap<>();
    private final Map<Path, String> names = new LinkedHashMap<>();

    /// Looks at the files; before they are digested.
    ///
    /// @param files real paths by the `src` under which the project names them
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
                        throw Failure.of(
                                        FailureKind.SOURCE_CHANGED,
                                        "file",
                                        names.getOrDefault(path, path.toString()))
                                .asException();
                    }
                });
    }

    /// Whether all of them are as they were.
    public boolean hold() {
        return stamps.entrySet().stream()
                .allMatch(file -> FileStamp.of(file.getKey()).equals(file.getValue()));
    }
}
