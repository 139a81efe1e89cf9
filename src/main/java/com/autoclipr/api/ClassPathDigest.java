package com.autoclipr.api;

import com.autoclipr.files.Sha256;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/// Identifies the code of this program, for chunk keys: a chunk encoded by other code is never
/// used.
///
/// Every command computes it, in a cold JVM, so files are represented by size and CRC-32 (from the
/// directory of the jar), and only that list is hashed.
final class ClassPathDigest {
    private ClassPathDigest() {}

    /// A digest of the program's own classes and resources by content, and of the libraries by
    /// their file names (which carry their versions).
    static String current() {
        try {
            List<String> parts = new ArrayList<>(ownFiles());
            Collections.sort(parts);
            for (String entry :
                    System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
                parts.add(String.valueOf(Path.of(entry).getFileName()));
            }
            return Sha256.shortHex(String.join("\n", parts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> ownFiles() throws IOException {
        Path own = own();
        if (!Files.isDirectory(own)) {
            try (ZipFile jar = new ZipFile(own.toFile())) {
                return jar.stream()
                        .map(file -> part(file.getName(), file.getSize(), file.getCrc()))
                        .toList();
            }
        }
        List<String> parts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(own)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] content = Files.readAllBytes(file);
                CRC32 crc = new CRC32();
                crc.update(content);
                parts.add(part(own.relativize(file).toString(), content.length, crc.getValue()));
            }
        }
        return parts;
    }

    private static String part(String name, long size, long crc) {
        return name + " " + size + " " + crc;
    }

    /// The jar or folder that this class is in.
    private static Path own() {
        try {
            CodeSource source = ClassPathDigest.class.getProtectionDomain().getCodeSource();
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a class path has file addresses", e);
        }
    }
}
