package com.autoclipr.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.autoclipr.failure.FailureKind;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class FileFailuresTest {
    private static FailureKind writing(String file, IOException cause) {
        return FileFailures.writing(Path.of(file), cause).failure().kind();
    }

    @Test
    void aFullDiskIsRecognisedByTheSystemsMessage() {
        IOException full = new FileSystemException("x", null, "No space left on device");
        assertEquals(FailureKind.DISK_FULL, writing("x", full));
        IOException quota = new FileSystemException("x", null, "Disk quota exceeded");
        assertEquals(FailureKind.DISK_FULL, writing("x", quota));
    }

    /// An image that is mounted, or a disk that happens to be nearly full.
    @Test
    void whatTheSystemSaysClearlyIsNotAskedForAgain() {
        for (IOException cause :
                List.of(
                        new AccessDeniedException("x"),
                        new NoSuchFileException("x"),
                        new FileSystemException("x", null, "Read-only file system"))) {
            assertEquals(FailureKind.NOT_WRITABLE, FileFailures.ofWriting(cause, () -> true));
        }
        IOException unclear = new FileSystemException("x", null, "Kein Platz mehr");
        assertEquals(FailureKind.DISK_FULL, FileFailures.ofWriting(unclear, () -> true));
        assertEquals(FailureKind.NOT_WRITABLE, FileFailures.ofWriting(unclear, () -> false));
    }

    @Test
    void otherwiseItCannotBeWritten() {
        assertEquals(FailureKind.NOT_WRITABLE, writing("x", new IOException("Permission denied")));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFileSystemWithoutAnySpaceIsNotFull() {
        assertEquals(FailureKind.NOT_WRITABLE, writing("/proc/x", new IOException("No such file")));
    }
}
