package com.autoclipr.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes small files that somebody may read at any moment: whole or not at all, in place of what
/// has their name.
public final class WholeFile {
    private WholeFile() {}

    public static void write(Path file, byte[] content) throws IOException {
        Path whole = file.toAbsolutePath();
        Path staged =
                whole.resolveSibling(
                        "." + whole.getFileName() + "." + ProcessHandle.current().pid());
        try {
            Files.write(staged, content);
            Files.move(
                    staged,
                    whole,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(staged);
        }
    }
}
