package com.autoclipr.render.skia;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SkiaRuntimeTest {
    private static final String PROPERTY = "skija.library.path";

    @Test
    void theLibraryIsUnpackedOnceIntoAPrivateFolder(@TempDir Path folder) throws IOException {
        String before = System.getProperty(PROPERTY);
        try {
            SkiaRuntime.useFolder(folder.resolve("natives"));
            Path own = Path.of(System.getProperty(PROPERTY));
            Path file = own.resolve(System.mapLibraryName("skija"));
            assertTrue(Files.size(file) > 1_000_000);
            assertEquals(
                    "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(own)));
            var unpacked = Files.getLastModifiedTime(file);
            SkiaRuntime.useFolder(folder.resolve("natives"));
            assertEquals(unpacked, Files.getLastModifiedTime(file));
            try (Stream<Path> files = Files.list(own)) {
                assertEquals(List.of(file), files.toList());
            }
        } finally {
            if (before == null) {
                System.clearProperty(PROPERTY);
            } else {
                System.setProperty(PROPERTY, before);
            }
        }
    }

    @Test
    void aMissingLibraryIsNamedWithItsPackage() {
        Failure failure =
                SkiaRuntime.missing(
                        "/x/libskija.so: libGL.so.1: cannot open shared object file: No such file");
        assertEquals(FailureKind.LIBRARY_MISSING, failure.kind());
        assertEquals("libGL.so.1", failure.fact(Fact.LIBRARY));
        assertEquals("libgl1", failure.fact(Fact.PACKAGE));
        assertEquals("", SkiaRuntime.missing("something else").fact(Fact.LIBRARY));
    }
}
