package com.autoclipr;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// Identifies this program's code, for chunk keys: a chunk made by other code is never used.
final class ClassPathDigest {
    private ClassPathDigest() {}

    /// A digest of the program's own classes by content, and of the libraries by their file names
    /// (which carry their versions).
    static String current() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String entry :
                    System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
                add(Path.of(entry), digest);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(Path entry, MessageDigest digest) throws IOException {
        String name = String.valueOf(entry.getFileName());
        digest.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        if (Files.isDirectory(entry)) {
            try (Stream<Path> files = Files.walk(entry)) {
                List<Path> sorted = files.filter(Files::isRegularFile).sorted().toList();
                for (Path file : sorted) {
                    digest.update(
                            entry.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                    digest.update(Files.readAllBytes(file));
                }
            }
        } else if (name.equals("autoclipr.jar")) {
            digest.update(Files.readAllBytes(entry));
        }
    }
}
