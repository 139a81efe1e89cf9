package com.autoclipr.export.prepare;

import com.autoclipr.media.FontSource;
import com.autoclipr.media.SourceFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A cache of earlier survey results, valid as long as a file is unchanged. Thread-safe.
public final class KnownSources {
    /// Maximum number of files; the least recently used are removed first.
    private static final int MOST = 1000;

    private final Map<Path, Known<SourceFile>> media = bounded();
    private final Map<Path, Known<FontSource>> fonts = bounded();

    private record Known<T>(FileStamp stamp, T source) {}

    private static <T> Map<Path, T> bounded() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Path, T> eldest) {
                return size() > MOST;
            }
        };
    }

    synchronized Optional<SourceFile> media(Path path) {
        return unchanged(media, path);
    }

    synchronized Optional<FontSource> font(Path path) {
        return unchanged(fonts, path);
    }

    private static <T> Optional<T> unchanged(Map<Path, Known<T>> all, Path path) {
        Known<T> known = all.get(path);
        return known != null && known.stamp().equals(FileStamp.of(path))
                ? Optional.of(known.source())
                : Optional.empty();
    }

    /// @param stamp of the file before it was probed
    synchronized void keep(FileStamp stamp, SourceFile source) {
        media.put(source.path(), new Known<>(stamp, source));
    }

    /// @param stamp of the file before it was probed
    synchronized void keep(FileStamp stamp, FontSource source) {
        fonts.put(source.path(), new Known<>(stamp, source));
    }
}
