package com.autoclipr.endtoend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.export.store.FolderChunkStore;
import com.autoclipr.export.store.StoreInfo;
import com.autoclipr.files.SystemFiles;
import com.autoclipr.testkit.Autoclipr;
import com.autoclipr.testkit.TestProject;
import com.autoclipr.testkit.media.Footage;
import com.autoclipr.time.Rational;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two exports at once, in two processes, share a store that is far too small for them, while a
/// third process throws out whatever it may; one of them is killed.
@Tag("slow")
class SharedStoreTest {
    /// About two chunks.
    private static final long LIMIT_BYTES = 100_000;

    @TempDir private Path folder;

    @Test
    void theOtherOneIsNotTouched() throws IOException, InterruptedException {
        Path first = project("first", Rational.ZERO, Rational.of(5));
        Path second = project("second", Rational.of(2), Rational.of(5));
        byte[] firstFilm = alone(first);
        byte[] secondFilm = alone(second);

        FolderChunkStore store =
                new FolderChunkStore(
                        folder.resolve("cache/chunks"), LIMIT_BYTES, new SystemFiles());
        Process killed = start(first, "first.mp4");
        Process survivor = start(second, "second.mp4");
        try {
            awaitChunk(survivor.inputReader());
            awaitChunk(killed.inputReader());
            assertEquals(2, store.info().exports());
            store.clear();
            killed.destroyForcibly();
            Thread.ofVirtual().start(() -> survivor.inputReader().lines().forEach(line -> {}));
            while (!survivor.waitFor(50, TimeUnit.MILLISECONDS)) {
                store.clear();
            }
            assertEquals(0, survivor.exitValue());
        } finally {
            end(killed);
            end(survivor);
        }
        String words = Files.readString(folder.resolve("second.mp4.txt"));
        assertFalse(words.contains("encoded again"), "it lost what it needed: " + words);
        assertArrayEquals(secondFilm, Files.readAllBytes(folder.resolve("second.mp4")));
        StoreInfo left = store.info();
        assertEquals(0, left.exports());
        assertTrue(left.bytes() <= LIMIT_BYTES, left.toString());
        assertEquals(List.of(), store.verify().damaged());

        Process again = start(first, "first.mp4");
        again.inputReader().lines().forEach(line -> {});
        assertEquals(0, again.waitFor());
        assertArrayEquals(firstFilm, Files.readAllBytes(folder.resolve("first.mp4")));
        try (Stream<Path> running = Files.list(folder.resolve("cache/chunks/running"))) {
            assertEquals(List.of(), running.toList());
        }
    }

    private Path project(String name, Rational start, Rational duration) throws IOException {
        return TestProject.canvas(640, 360)
                .cut(start, duration)
                .layer("video", Footage.lively("30", 7))
                .in(Files.createDirectory(folder.resolve(name)));
    }

    private byte[] alone(Path project) throws IOException {
        return Files.readAllBytes(Autoclipr.export(project, folder, Acceptance.SMALL).file());
    }

    private Process start(Path project, String output) throws IOException {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "export",
                                project.toString(),
                                "-o",
                                folder.resolve(output).toString(),
                                "--progress",
                                "json"));
        arguments.addAll(List.of(Acceptance.small("--workers", "1")));
        ProcessBuilder builder = Autoclipr.builder(arguments);
        builder.environment().put("AUTOCLIPR_CACHE", folder.resolve("cache").toString());
        builder.environment().put("AUTOCLIPR_CACHE_SIZE", Long.toString(LIMIT_BYTES));
        return builder.redirectError(folder.resolve(output + ".txt").toFile()).start();
    }

    private static void awaitChunk(BufferedReader out) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.contains("\"chunk\"")) {
                return;
            }
        }
        throw new AssertionError("the export ended before its first chunk");
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
