package com.autoclipr.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Which files a project may name: every file that the user can read, or only those below given
/// roots. Links are followed first, so neither a link nor `..` nor an absolute path leaves a root.
public final class FileAccess {
    private final List<Path> roots;

    private FileAccess(List<Path> roots) {
        this.roots = List.copyOf(roots);
    }

    /// Every file that the user can read.
    public static FileAccess everywhere() {
        return new FileAccess(List.of());
    }

    /// Only files below these folders.
    ///
    /// @throws IOException if one of them is no folder
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

    /// What became of a name.
    sealed interface Answer {
        /// @param path the real path of a regular file that can be read
        record Granted(Path path) implements Answer {}

        record Missing() implements Answer {}

        record Unreadable() implements Answer {}

        record Forbidden() implements Answer {}
    }

    /// Looks up `src`, relative to `folder`.
    Answer resolve(Path folder, String src) {
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
            // Outside the roots, whether a file exists is nobody's business.
            return permitted(named) || roots.isEmpty()
                    ? new Answer.Missing()
                    : new Answer.Forbidden();
        } catch (IOException | SecurityException e) {
            return permitted(named) ? new Answer.Unreadable() : new Answer.Forbidden();
        }
        if (!permitted(real)) {
            return new Answer.Forbidden();
        }
        // Pipes and devices have no end and no second reading.
        boolean regular = Files.isRegularFile(real) && Files.isReadable(real);
        return regular ? new Answer.Granted(real) : new Answer.Unreadable();
    }

    private boolean permitted(Path path) {
        return roots.isEmpty() || roots.stream().anyMatch(path::startsWith);
    }
}
