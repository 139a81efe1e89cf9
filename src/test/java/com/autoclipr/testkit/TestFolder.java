package com.autoclipr.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The cache of test media: `target/test-media`. Media is generated once and cached by everything
/// that affects it (the recipe, and the compiled test kit), so that tests share it and a change of
/// either generates a new file.
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
        try {
            Path file = path().resolve(name + "-" + digest(recipe) + "." + extension);
            if (Files.exists(file)) {
                return file;
            }
            Path making = Files.createTempFile(path(), "making-" + name, "." + extension);
            maker.make(making);
            Files.move(making, file, StandardCopyOption.ATOMIC_MOVE);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(String recipe) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path compiled : compiledKit()) {
                digest.update(Files.readAllBytes(compiled));
            }
            digest.update(recipe.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The class files of this package, sorted, without those of its tests.
    private static List<Path> compiledKit() throws IOException {
        URL self = TestFolder.class.getResource("TestFolder.class");
        if (self == null || !self.getProtocol().equals("file")) {
            throw new IOException("the test kit is not compiled to a folder");
        }
        Path folder = Path.of(URI.create(self.toString())).getParent();
        try (Stream<Path> files = Files.list(Objects.requireNonNull(folder))) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.toString().contains("Test.class"))
                    .sorted()
                    .toList();
        }
    }
}
