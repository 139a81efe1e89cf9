package com.autoclipr.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DestinationTest {
    @TempDir Path folder;

    @Test
    void theFileAppearsOnlyWhenAccepted() throws IOException {
        Path file = folder.resolve("clip.mp4");
        try (Destination destination = Destination.prepare(file, false)) {
            Path finished = Files.writeString(destination.workFolder().resolve("f"), "film");
            assertFalse(Files.exists(file));
            destination.accept(finished);
        }
        assertEquals("film", Files.readString(file));
        assertEquals(1, entries());
    }

    @Test
    void anExistingFileIsReplacedOnlyWhenAskedFor() throws IOException {
        Path file = Files.writeString(folder.resolve("clip.mp4"), "old");
        FailureException refused =
                assertThrows(FailureException.class, () -> Destination.prepare(file, false));
        assertEquals(FailureKind.DESTINATION_REFUSED, refused.failure().kind());
        try (Destination destination = Destination.prepare(file, true)) {
            assertEquals("old", Files.readString(file));
            destination.accept(Files.writeString(destination.workFolder().resolve("f"), "new"));
        }
        assertEquals("new", Files.readString(file));
    }

    @Test
    void nothingIsLeftWhenTheExportFails() throws IOException {
        try (Destination destination = Destination.prepare(folder.resolve("clip.mp4"), false)) {
            Files.writeString(destination.workFolder().resolve("half"), "x");
        }
        assertEquals(0, entries());
    }

    @Test
    void whatAKilledExportLeftIsCleared() throws IOException {
        Path leftover = folder.resolve(".clip.mp4.autoclipr-999999999-5-77");
        Files.createDirectory(leftover);
        Files.writeString(leftover.resolve("finished.mp4"), "x");
        Path another = Files.createDirectory(folder.resolve(".other.mp4.autoclipr-999999999-5-77"));
        Destination.prepare(folder.resolve("clip.mp4"), false).close();
        assertFalse(Files.exists(leftover));
        assertTrue(Files.exists(another));
    }

    @Test
    void aWorkFolderOfARunWithTheSameProcessNumberIsNobodys() throws IOException {
        long pid = ProcessHandle.current().pid();
        Path leftover = folder.resolve(".clip.mp4.autoclipr-" + pid + "-5-77");
        Files.createDirectory(leftover);
        try (Destination one = Destination.prepare(folder.resolve("clip.mp4"), false)) {
            assertFalse(Files.exists(leftover));
            Destination.prepare(folder.resolve("clip.mp4"), false).close();
            assertTrue(Files.exists(one.workFolder()));
        }
    }

    private long entries() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.count();
        }
    }
}
