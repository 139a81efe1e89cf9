package com.autoclipr.export.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The entries of a store's folder: `ab/abcdef….chunk`. Files with other names are never counted,
/// read or deleted, and only regular files are entries. The modification time of an entry is the
/// time of its last use, since its content never changes.
final class StoreEntries {
    private static final String SUFFIX = ".chunk";
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;

    /// One entry.
    ///
    /// @param usedAtMs milliseconds since 1970
    record Entry(String key, Path file, long bytes, long usedAtMs) {}

    StoreEntries(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /// The path of the entry for `key`, which may not exist.
    Path fileOf(String key) {
        if (!isKey(key)) {
            throw new IllegalArgumentException("a key has 64 hexadecimal digits, not " + key);
        }
        return folder.resolve(key.substring(0, 2)).resolve(key + SUFFIX);
    }

    static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }

    static boolean isThere(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /// Marks an entry as used now.
    static void touch(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (IOException e) {
            // Just evicted, or another user's: reading it will tell.
            return;
        }
    }

    /// All entries, in no particular order; concurrent changes may be missing.
    List<Entry> list() throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (Path file : places()) {
            addIfEntry(file, entries);
        }
        return entries;
    }

    /// Obstacles: paths of entries that are not regular files.
    List<Path> obstacles() throws IOException {
        return places().stream().filter(file -> EntryPlace.obstacle(file).isPresent()).toList();
    }

    /// All paths with the name of an entry.
    private List<Path> places() throws IOException {
        List<Path> places = new ArrayList<>();
        for (Path shard : children(folder)) {
            if (shard.getFileName().toString().matches("[0-9a-f]{2}")
                    && Files.isDirectory(shard, LinkOption.NOFOLLOW_LINKS)) {
                for (Path file : children(shard)) {
                    String key = keyOf(file);
                    if (isKey(key) && fileOf(key).equals(file)) {
                        places.add(file);
                    }
                }
            }
        }
        return places;
    }

    private static String keyOf(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : "";
    }

    private static void addIfEntry(Path file, List<Entry> entries) throws IOException {
        try {
            BasicFileAttributes facts =
                    Files.readAttributes(
                            file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (facts.isRegularFile()) {
                entries.add(
                        new Entry(
                                keyOf(file),
                                file,
                                facts.size(),
                                facts.lastModifiedTime().toMillis()));
            }
        } catch (NoSuchFileException e) {
            return; // just evicted
        }
    }

    /// @return empty if the folder does not exist
    static List<Path> children(Path folder) throws IOException {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            all.forEach(children::add);
        } catch (java.nio.file.DirectoryIteratorException e) {
            throw e.getCause();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return children;
    }
}
