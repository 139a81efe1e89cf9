package com.autoclipr.testkit.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes what follows from the declarations of the format: the JSON Schema and the tables of the
/// documentation. Run by `tools/write-format`.
public final class WriteFormat {
    static final Path SCHEMA =
            Path.of("src/main/resources/com/autoclipr/composition/project.schema.json");
    static final Path DOCUMENT = Path.of("docs/composition-format.md");

    private WriteFormat() {}

    public static void main(String[] arguments) throws IOException {
        Files.writeString(SCHEMA, SchemaText.write());
        Files.writeString(DOCUMENT, FormatTables.update(Files.readString(DOCUMENT)));
    }
}
