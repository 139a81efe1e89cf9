package com.autoclipr.export.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileDigestTest {
    @TempDir private Path folder;

    @Test
    void aFileThatIsGoneIsAFailureAndNoDefect() throws IOException {
        Path file = Files.writeString(folder.resolve("film"), "abc");
        assertEquals(3, FileDigest.size(file));
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                FileDigest.sha256(file, () -> {}));
        Files.delete(file);
        assertMissing(() -> FileDigest.size(file));
        assertMissing(() -> FileDigest.sha256(file, () -> {}));
    }

    private static void assertMissing(Runnable look) {
        FailureException missing = assertThrows(FailureException.class, look::run);
        assertEquals(FailureKind.FILE_MISSING, missing.failure().kind());
    }
}
