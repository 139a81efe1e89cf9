package com.autoclipr.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Where test media lies: `target/test-media`. Media is made once and found again by everything
/// that describes it, so that tests share it and a changed recipe makes a new file.
public final class TestFolder {
    /// Makes a file.
    @FunctionalInterface
    public interface Maker {
        void make(Path file) throws IOException;
    }

    private TestFolder() {}

    /// The folder, which exists.
    public static Path path() {
        try {
            return Files.createDirectories(Path.of("target", "test-media").toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The file that `recipe` describes; `maker` is asked for it unless it is there.
    ///
    /// @param name what the file's name should begin with
    /// @param extension without the dot
    /// @param recipe everything that decides the content
    public static Path cached(String name, String extension, String recipe, Maker maker) {
        Path file = path().resolve(name + "-" + digest(recipe) + "." + extension);
        if (Files.exists(file)) {
            return file;
        }
        try {
            Path making = Files.createTempFile(path(), "making-" + name, "." + extension);
            maker.make(making);
            Files.move(making, file, StandardCopyOption.ATOMIC_MOVE);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(String recipe) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(recipe.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
