package com.autoclipr.worker.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PrivateFolderTest {
    @TempDir private Path folder;

    /// The disk may be read-only.
    @Test
    @EnabledOnOs(OS.LINUX)
    void nothingIsWrittenIntoAFolderThatIsThere() throws IOException {
        Path natives = folder.resolve("a").resolve("natives");
        PrivateFolder.make(natives);
        FileTime before = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(natives, before);
        PrivateFolder.make(natives);
        assertEquals(before, Files.getLastModifiedTime(natives));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aFolderThatOthersCanWriteToIsRefused() throws IOException {
        Path natives = folder.resolve("natives");
        PrivateFolder.make(natives);
        Files.setPosixFilePermissions(natives, PosixFilePermissions.fromString("rwxrwx---"));
        FailureException failure =
                assertThrows(FailureException.class, () -> PrivateFolder.make(natives));
        assertEquals(FailureKind.NOT_WRITABLE, failure.failure().kind());
    }
}
