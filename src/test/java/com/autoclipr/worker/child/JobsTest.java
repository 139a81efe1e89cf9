package com.autoclipr.worker.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.failure.Retry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobsTest {
    @TempDir private Path folder;

    /// Somebody cleared the cache just now.
    @Test
    void whatIsDeletedAsSoonAsItIsWrittenIsMadeAgain() throws IOException {
        Path file = Files.writeString(folder.resolve("chunk"), "abc");
        assertEquals(3, Jobs.sizeOf(file));
        Files.delete(file);
        FailureException gone = assertThrows(FailureException.class, () -> Jobs.sizeOf(file));
        assertEquals(FailureKind.STORED_FILE_CORRUPT, gone.failure().kind());
        assertEquals(Retry.STORE, gone.failure().kind().retry());
    }
}
