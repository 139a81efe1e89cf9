package com.autoclipr.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
            assertTrue(Files.exists(one.workFolder()));
        }
    }

    @Test
    void theLaterOfTwoExportsToTheSameFileIsRefused() {
        Path file = folder.resolve("clip.mp4");
        try (Destination one = Destination.prepare(file, true)) {
            assertInUse(file);
            assertTrue(Files.exists(one.workFolder()));
            Destination.prepare(folder.resolve("other.mp4"), true).close();
        }
        Destination.prepare(file, true).close();
    }

    /// A process in another container cannot be seen, but its lock can.
    @Test
    void aLockedWorkFolderIsInUseWhoeverMadeIt() throws IOException, InterruptedException {
        Path file = folder.resolve("clip.mp4");
        Path theirs = Files.createDirectory(folder.resolve(".clip.mp4.autoclipr-999999999-5-77"));
        Process other =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                LockHolder.class.getName(),
                                theirs.resolve("lock").toString())
                        .start();
        try {
            assertEquals("locked", other.inputReader().readLine());
            assertInUse(file);
            assertTrue(Files.exists(theirs));
        } finally {
            other.destroyForcibly().waitFor();
        }
        Destination.prepare(file, true).close();
        assertFalse(Files.exists(theirs));
    }

    private static void assertInUse(Path file) {
        FailureException refused =
                assertThrows(FailureException.class, () -> Destination.prepare(file, true));
        assertEquals(FailureKind.DESTINATION_REFUSED, refused.failure().kind());
        assertEquals("in-use", refused.failure().fact("reason"));
    }

    /// Locks a file until it is killed.
    static final class LockHolder {
        private LockHolder() {}

        public static void main(String[] arguments) throws IOException, InterruptedException {
            try (FileChannel channel =
                            FileChannel.open(
                                    Path.of(arguments[0]),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                System.out.println(lock.isValid() ? "locked" : "not locked");
                Thread.sleep(Long.MAX_VALUE);
            }
        }
    }

    private long entries() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.count();
        }
    }
}
