package com.autoclipr.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes small files atomically, so that concurrent readers see either the old or the new content.
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
