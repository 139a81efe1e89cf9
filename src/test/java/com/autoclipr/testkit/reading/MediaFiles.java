package com.autoclipr.testkit.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The files below a folder that may be media.
public final class MediaFiles {
    private static final int LOOKED_AT_BYTES = 4_096;

    private MediaFiles() {}

    /// All that do not begin like text or like an archive, sorted.
    public static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> sorted = files.filter(Files::isRegularFile).sorted().toList();
            return sorted.stream().filter(MediaFiles::mayBeMedia).toList();
        }
    }

    private static boolean mayBeMedia(Path file) {
        try {
            return !isTextOrArchive(file);
        } catch (IOException e) {
            return true; // whoever reads it will see
        }
    }

    /// Whether a file begins like text, or like an archive.
    public static boolean isTextOrArchive(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(LOOKED_AT_BYTES);
        }
        if (start.length > 1 && start[0] == 'P' && start[1] == 'K') {
            return true;
        }
        for (byte each : start) {
            if (each >= 0 && each < 9) {
                return false;
            }
        }
        return true;
    }
}
