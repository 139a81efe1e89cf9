package com.autoclipr.export.store;

import com.autoclipr.files.DurableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The path of an entry or of a folder of entries. Anything else found there (a folder, a link, a
/// pipe) is removed; the target of a link is never touched.
final class EntryPlace {
    private static final Logger LOG = LoggerFactory.getLogger(EntryPlace.class);

    private EntryPlace() {}

    /// Describes an obstacle at this path, for the log.
    static Optional<String> obstacle(Path file) {
        if (StoreEntries.isThere(file) || !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        if (Files.isSymbolicLink(file)) {
            return Optional.of("there is a link in its place");
        }
        return Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)
                ? Optional.of("there is a folder in its place")
                : Optional.of("there is a pipe or a device in its place");
    }

    /// Removes an obstacle with its content.
    ///
    /// @return whether there was one
    static boolean free(DurableFiles files, Path file) throws IOException {
        if (obstacle(file).isEmpty()) {
            return false;
        }
        try {
            files.deleteFolder(file);
        } catch (IOException e) {
            setAside(files, file, e);
        }
        return true;
    }

    /// Renames an obstacle to a name that the store ignores.
    static void setAside(DurableFiles files, Path file, IOException why) throws IOException {
        Path aside = file.resolveSibling(file.getFileName() + ".aside-" + UUID.randomUUID());
        try {
            files.rename(file, aside);
        } catch (IOException e) {
            e.addSuppressed(why);
            throw e;
        }
        LOG.warn("obstacle {} renamed to {}", file, aside.getFileName());
    }
}
