package com.autoclipr.api;

import com.autoclipr.composition.ProjectReader;
import com.autoclipr.failure.FailureException;
import com.autoclipr.files.FileFailures;
import com.autoclipr.files.Sha256;
import com.autoclipr.files.SystemFiles;
import com.autoclipr.files.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Stores projects of exports without a project file, named by their content, and the schema of
/// project files.
///
/// @param folder of all; created on first use
record KeptProjects(Path folder) {
    /// Maximum number of projects; the least recently used are removed first. As many as journals,
    /// which refer to them.
    private static final int MOST = 100;

    /// Hexadecimal digits of a project's digest that name it.
    private static final int NAME_DIGITS = 32;

    private static final String SCHEMA = "project.schema.json";

    /// Stores a project.
    ///
    /// @return its file
    /// @throws FailureException NOT_WRITABLE or DISK_FULL
    Path keep(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve(Sha256.hex(bytes).substring(0, NAME_DIGITS) + ".json");
        try {
            new SystemFiles().createFolders(folder);
            WholeFile.write(file, bytes);
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
            removeOldest();
            return file;
        } catch (IOException e) {
            throw FileFailures.writing(file, e);
        }
    }

    /// Writes the schema of project files, if it is not there yet.
    ///
    /// @return its file
    /// @throws FailureException NOT_WRITABLE or DISK_FULL
    Path schema() {
        Path file = folder.resolve("schema").resolve(SCHEMA);
        try (InputStream resource = ProjectReader.class.getResourceAsStream(SCHEMA)) {
            byte[] schema = Objects.requireNonNull(resource).readAllBytes();
            if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), schema)) {
                new SystemFiles().createFolders(folder.resolve("schema"));
                WholeFile.write(file, schema);
            }
            return file;
        } catch (IOException e) {
            throw FileFailures.writing(file, e);
        }
    }

    private void removeOldest() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files =
                    all.filter(path -> path.getFileName().toString().endsWith(".json"))
                            .sorted(Comparator.comparing(KeptProjects::lastUse))
                            .toList();
        }
        for (Path old : files.subList(0, Math.max(0, files.size() - MOST))) {
            Files.deleteIfExists(old);
        }
    }

    private static FileTime lastUse(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0); // removed by another process
        }
    }
}
