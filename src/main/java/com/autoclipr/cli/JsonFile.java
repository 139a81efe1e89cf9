package com.autoclipr.cli;

import com.autoclipr.media.FileFailures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes a value as JSON for people and programs.
final class JsonFile {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonFile() {}

    static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /// Whole or not at all.
    static void write(Path file, Object value) {
        Path whole = file.toAbsolutePath();
        Path staged =
                whole.resolveSibling(
                        "." + whole.getFileName() + "." + ProcessHandle.current().pid());
        try {
            Files.writeString(staged, text(value) + "\n");
            Files.move(
                    staged,
                    whole,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw FileFailures.writing(file, e);
        }
    }
}
