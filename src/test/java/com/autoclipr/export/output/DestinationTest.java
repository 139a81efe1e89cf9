package com.autoclipr.export.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.files.DurableFiles;
import com.autoclipr.testkit.RealFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
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
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void whatIsNoFileIsNeverReplacedByOne() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        Path nowhere = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("gone"));
        Path toPipe = Files.createSymbolicLink(folder.resolve("to-pipe"), pipe);
        for (Path file : List.of(pipe, nowhere, toPipe)) {
            FailureException refused =
                    assertThrows(FailureException.class, () -> Destination.prepare(file, true));
            assertEquals("not-a-file", refused.failure().fact(Fact.REASON));
        }
        assertEquals(3, entries());
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void theFileBehindALinkIsReplacedAndTheLinkStays() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        Path file = Files.writeString(other.resolve("clip.mp4"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("clip.mp4"), file);
        assertThrows(FailureException.class, () -> Destination.prepare(link, false));
        try (Destination destination = Destination.prepare(link, true)) {
            destination.accept(Files.writeString(destination.workFolder().resolve("f"), "new"));
        }
        assertEquals("new", Files.readString(file));
        assertTrue(Files.isSymbolicLink(link));
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
    void aWorkFolderOfAnEarlierRunWithTheSameProcessIdIsAbandoned() throws IOException {
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
    void aLockedWorkFolderIsInUse() throws IOException, InterruptedException {
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

    /// On a network disk a file that is open leaves another in its place when it is deleted.
    @Test
    void theLockIsLetGoOfBeforeItsFileIsDeleted() throws IOException {
        DurableFiles files =
                new RealFiles() {
                    @Override
                    public void delete(Path file) throws IOException {
                        if (file.endsWith("lock")) {
                            try (FileChannel channel =
                                            FileChannel.open(file, StandardOpenOption.WRITE);
                                    FileLock taken = channel.tryLock()) {
                                assertTrue(taken != null && taken.isValid());
                            }
                        }
                        super.delete(file);
                    }
                };
        Destination.prepare(folder.resolve("clip.mp4"), false, files).close();
        assertEquals(0, entries());
    }

    @Test
    void nothingFailsOnceTheFileIsInItsPlace() throws IOException {
        DurableFiles files =
                new RealFiles() {
                    @Override
                    public void syncFolder(Path folder) throws IOException {
                        throw new IOException("Input/output error");
                    }

                    @Override
                    public void delete(Path file) throws IOException {
                        throw new DirectoryNotEmptyException(file.toString());
                    }
                };
        Path file = folder.resolve("clip.mp4");
        try (Destination destination = Destination.prepare(file, false, files)) {
            destination.accept(Files.writeString(destination.workFolder().resolve("f"), "film"));
        }
        assertEquals("film", Files.readString(file));
        Destination.prepare(folder.resolve("other.mp4"), false, files).close();
    }

    @Test
    @Timeout(20)
    void aCancelDoesNotWaitForASlowDisk() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        DurableFiles files =
                new RealFiles() {
                    @Override
                    public void sync(Path file) {
                        try {
                            never.await();
                        } catch (InterruptedException e) {
                            throw new AssertionError(e);
                        }
                    }
                };
        AtomicInteger looks = new AtomicInteger();
        try (Destination destination =
                Destination.prepare(folder.resolve("clip.mp4"), false, files)) {
            Path finished = Files.writeString(destination.workFolder().resolve("f"), "film");
            assertThrows(
                    CancellationException.class,
                    () ->
                            destination.settle(
                                    finished,
                                    () -> {
                                        if (looks.incrementAndGet() == 3) {
                                            throw new CancellationException();
                                        }
                                    }));
        } finally {
            never.countDown();
        }
        assertEquals(0, entries());
    }

    /// Also if that ends before the check.
    @RepeatedTest(50)
    void aDiskThatFillsUpAtTheLastMomentIsReported() throws IOException {
        DurableFiles files =
                new RealFiles() {
                    @Override
                    public void sync(Path file) throws IOException {
                        throw new IOException("No space left on device");
                    }
                };
        try (Destination destination =
                Destination.prepare(folder.resolve("clip.mp4"), false, files)) {
            Path finished = Files.writeString(destination.workFolder().resolve("f"), "film");
            FailureException full =
                    assertThrows(
                            FailureException.class, () -> destination.settle(finished, () -> {}));
            assertEquals(FailureKind.DISK_FULL, full.failure().kind());
        }
    }

    @Test
    void aFolderWhoseMakerWasKilledIsClearedWhenItIsOld() throws IOException {
        Path old = Files.createDirectory(folder.resolve(".clip.mp4.autoclipr-making-99999999-5-7"));
        Path young =
                Files.createDirectory(folder.resolve(".clip.mp4.autoclipr-making-99999999-5-8"));
        Files.writeString(old.resolve("lock"), "");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minusSeconds(120)));
        Destination.prepare(folder.resolve("clip.mp4"), false).close();
        assertFalse(Files.exists(old));
        assertTrue(Files.exists(young));
    }

    @Test
    void aNameMayBeAsLongAsTheDiskPermits() throws IOException {
        Path file = folder.resolve("é".repeat(125) + ".mp4");
        try (Destination destination = Destination.prepare(file, false)) {
            Path almostTheSame = folder.resolve("é".repeat(125) + ".mov");
            Destination.prepare(almostTheSame, false).close();
            assertInUse(file);
            destination.accept(Files.writeString(destination.workFolder().resolve("f"), "film"));
        }
        assertEquals(1, entries());
    }

    /// Another export clears the same folder at the same time.
    @Test
    void whatIsClearedByTwoIsCleared() throws IOException {
        Path leftover = Files.createDirectory(folder.resolve(".clip.mp4.autoclipr-999999999-5-77"));
        Path inside = Files.createDirectory(leftover.resolve("chunks"));
        Files.writeString(inside.resolve("one"), "x");
        Files.writeString(inside.resolve("two"), "x");
        DurableFiles files =
                new RealFiles() {
                    @Override
                    public void delete(Path file) throws IOException {
                        if (file.startsWith(leftover)) {
                            deleteAll(leftover);
                        }
                        super.delete(file);
                    }
                };
        Destination.prepare(folder.resolve("clip.mp4"), false, files).close();
        assertEquals(0, entries());
    }

    private static void deleteAll(Path top) throws IOException {
        if (Files.exists(top)) {
            try (Stream<Path> all = Files.walk(top)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static void assertInUse(Path file) {
        FailureException refused =
                assertThrows(FailureException.class, () -> Destination.prepare(file, true));
        assertEquals(FailureKind.DESTINATION_REFUSED, refused.failure().kind());
        assertEquals("in-use", refused.failure().fact(Fact.REASON));
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
