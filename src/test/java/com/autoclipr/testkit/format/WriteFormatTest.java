package com.autoclipr.testkit.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/// Schema and documentation are what follows from the declarations. Where this fails, run
/// `tools/write-format` and look at what it changes.
class WriteFormatTest {
    @Test
    void theSchemaIsUpToDate() throws IOException {
        assertEquals(SchemaText.write(), Files.readString(WriteFormat.SCHEMA));
    }

    @Test
    void theTablesAreUpToDate() throws IOException {
        String document = Files.readString(WriteFormat.DOCUMENT);
        assertEquals(FormatTables.update(document), document);
    }

    @Test
    void aTableThatWentStaleIsSeen() throws IOException {
        String document = Files.readString(WriteFormat.DOCUMENT);
        String stale = document.replace("| `crf` | whole number |", "| `crf` | number |");
        assertNotEquals(document, stale);
        assertEquals(document, FormatTables.update(stale));
        assertThrows(
                IllegalStateException.class,
                () -> FormatTables.update(document.replace("#/$defs/shadow ", "#/$defs/shade ")));
    }
}
