package com.autoclipr.cli.terminal;

import com.autoclipr.files.FileFailures;
import com.autoclipr.files.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes a value as indented JSON.
public final class JsonFile {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonFile() {}

    public static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /// Writes atomically.
    public static void write(Path file, Object value) {
        try {
            WholeFile.write(file, (text(value) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw FileFailures.writing(file, e);
        }
    }
}
