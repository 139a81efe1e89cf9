package com.autoclipr.export.prepare;

import com.autoclipr.files.WholeReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Decides which files a project may name: all that the user can read, or only those below given
/// roots. Links are resolved first, so neither a link nor `..` nor an absolute path escapes a root.
public final class FileAccess {
    /// `https://…`; a single letter is a drive letter.
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://");

    private final List<Path> roots;

    private FileAccess(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    /// Allows all files that the user can read.
    public static FileAccess everywhere() {
        return new FileAccess(List.of());
    }

    /// Allows only files below these folders.
    ///
    /// @throws IOException if one of them is not a folder
    public static FileAccess below(List<Path> folders) throws IOException {
        List<Path> real = new ArrayList<>();
        for (Path folder : folders) {
            Path path = folder.toRealPath();
            if (!Files.isDirectory(path)) {
                throw new NotDirectoryException(folder.toString());
            }
            real.add(path);
        }
        if (real.isEmpty()) {
            throw new IllegalArgumentException("no folder given");
        }
        return new FileAccess(real);
    }

    /// The permitted roots as real paths; empty: no restriction.
    public List<Path> roots() {
        return roots;
    }

    /// The result of looking up a name.
    sealed interface Answer {
        /// @param path real path of a readable regular file
        record Granted(Path path) implements Answer {}

        record Missing() implements Answer {}

        record Unreadable() implements Answer {}

        /// @param folder whether it is a folder, else a pipe, a device or a pseudo file
        record NotRegular(boolean folder) implements Answer {}

        /// A URL.
        record NotLocal() implements Answer {}

        record Forbidden() implements Answer {}
    }

    /// Looks up `src`, relative to `folder`.
    Answer resolve(Path folder, String src) {
        if (ADDRESS.matcher(src).lookingAt()) {
            return new Answer.NotLocal();
        }
        Path named;
        try {
            named = folder.resolve(src).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            return new Answer.Missing();
        }
        Path real;
        try {
            real = named.toRealPath();
        } catch (NoSuchFileException e) {
            // Whether a file outside the roots exists must not be disclosed.
            return permitted(realAsFarAsThere(named))
                    ? new Answer.Missing()
                    : new Answer.Forbidden();
        } catch (IOException | SecurityException e) {
            return permitted(realAsFarAsThere(named))
                    ? new Answer.Unreadable()
                    : new Answer.Forbidden();
        }
        if (!permitted(real)) {
            return new Answer.Forbidden();
        }
        Optional<WholeReading.Obstacle> obstacle = WholeReading.obstacle(real);
        if (obstacle.isPresent()) {
            return new Answer.NotRegular(obstacle.get() == WholeReading.Obstacle.FOLDER);
        }
        return Files.isReadable(real) ? new Answer.Granted(real) : new Answer.Unreadable();
    }

    /// Resolves links up to the first missing name, because a root may be reached by a link. A
    /// broken link counts as outside all roots.
    private static Path realAsFarAsThere(Path path) {
        Path rest = path.getFileSystem().getPath("");
        for (Path there = path; there != null; there = there.getParent()) {
            try {
                Path real = there.toRealPath();
                return real.resolve(rest);
            } catch (IOException | SecurityException e) {
                if (Files.isSymbolicLink(there) || there.getFileName() == null) {
                    return path.getRoot();
                }
                rest = there.getFileName().resolve(rest);
            }
        }
        return path.getRoot();
    }

    private boolean permitted(Path path) {
        return roots.isEmpty() || roots.stream().anyMatch(path::startsWith);
    }
}
