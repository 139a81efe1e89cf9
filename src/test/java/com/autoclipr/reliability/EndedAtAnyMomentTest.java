package com.autoclipr.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.endtoend.Acceptance;
import com.autoclipr.media.encoded.EncodedFile;
import com.autoclipr.testkit.Autoclipr;
import com.autoclipr.testkit.TestProject;
import com.autoclipr.testkit.media.Footage;
import com.autoclipr.time.Rational;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// An export that is cancelled (Ctrl-C, `kill`) or killed at any moment: soon nothing runs, and
/// nothing is left but finished chunks; after a cancel at once, after a kill with the next export.
///
/// The moments come from a seed; `-Dautoclipr.acceptance=full` tries fifty.
@Tag("slow")
@Timeout(900)
class EndedAtAnyMomentTest {
    private static final long PROMISED_MS = 2000;

    /// Other work on the same machine makes everything slower, but never this much.
    private static final int BUSY_MACHINE_FACTOR = 5;

    private static final int INTERRUPT = 130;
    private static final int TERMINATE = 143;

    @TempDir private Path folder;
    private Path project;
    private Path outputFolder;
    private Path output;
    private Path cache;

    @BeforeEach
    void prepare() throws IOException {
        project =
                TestProject.canvas(640, 360)
                        .cut(Rational.ZERO, Rational.of(8))
                        .layer("video", Footage.lively("30", 9))
                        .in(folder);
        outputFolder = Files.createDirectory(folder.resolve("out"));
        output = outputFolder.resolve("clip.mp4");
        cache = folder.resolve("cache");
    }

    private Process start() throws IOException {
        ProcessBuilder builder =
                Autoclipr.builder(
                                List.of(
                                        "export",
                                        project.toString(),
                                        "-o",
                                        output.toString(),
                                        "--resolution",
                                        "180x320",
                                        "--workers",
                                        "2"))
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("told.txt").toFile());
        builder.environment().put("AUTOCLIPR_CACHE", cache.toString());
        return builder.start();
    }

    /// Milliseconds that an undisturbed export takes here and now.
    private long undisturbedMs() throws IOException, InterruptedException {
        long startNs = System.nanoTime();
        Process process = start();
        assertEquals(0, process.waitFor(), () -> told());
        Files.delete(output);
        return (System.nanoTime() - startNs) / 1_000_000;
    }

    private String told() {
        try {
            return Files.readString(folder.resolve("told.txt"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Test
    void aCancelLeavesNothing() throws IOException, InterruptedException {
        long wholeMs = undisturbedMs();
        clearChunks();
        Random chance = new Random(7);
        int moments = Acceptance.full() ? 50 : 5;
        long slowestMs = 0;
        for (int i = 0; i < moments; i++) {
            long atMs = chance.nextLong(wholeMs);
            String signal = i % 2 == 0 && interruptsAreHeard() ? "-INT" : "-TERM";
            slowestMs = Math.max(slowestMs, cancelled(atMs, signal));
            if (i % 5 == 4) {
                clearChunks();
            }
        }
        System.err.printf(
                "cancelled at %d moments of %d ms: at most %d ms to the end%n",
                moments, wholeMs, slowestMs);
        assertTrue(slowestMs < PROMISED_MS * BUSY_MACHINE_FACTOR, slowestMs + " ms to the end");
    }

    /// @return milliseconds from the signal until nothing ran any more
    private long cancelled(long atMs, String signal) throws IOException, InterruptedException {
        List<Path> before = journals();
        Process process = start();
        process.waitFor(atMs, TimeUnit.MILLISECONDS);
        Set<ProcessHandle> workers = new HashSet<>(process.descendants().toList());
        long startNs = System.nanoTime();
        new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS), "it goes on");
        workers.forEach(worker -> worker.onExit().orTimeout(10, TimeUnit.SECONDS).join());
        long elapsedMs = (System.nanoTime() - startNs) / 1_000_000;
        if (process.exitValue() != 0) {
            assertEquals(signal.equals("-INT") ? INTERRUPT : TERMINATE, process.exitValue());
        }
        // A signal that came too late ends a process that had done its work.
        boolean finished = process.exitValue() == 0 || hasSucceeded(before);
        assertEquals(finished ? List.of(output) : List.of(), filesBelow(outputFolder));
        Files.deleteIfExists(output);
        assertOnlyWholeChunks();
        return elapsedMs;
    }

    private List<Path> journals() throws IOException {
        return filesBelow(cache.resolve("exports")).stream()
                .filter(file -> file.endsWith("journal.jsonl"))
                .toList();
    }

    /// What the journal says that was not there before.
    private boolean hasSucceeded(List<Path> before) throws IOException {
        for (Path journal : journals()) {
            if (!before.contains(journal)) {
                return Files.readString(journal).contains("\"state\":\"succeeded\"");
            }
        }
        return false;
    }

    @Test
    void workersEndWithTheirController() throws IOException, InterruptedException {
        long wholeMs = undisturbedMs();
        clearChunks();
        Random chance = new Random(11);
        int moments = Acceptance.full() ? 20 : 2;
        for (int i = 0; i < moments; i++) {
            Process process = start();
            process.waitFor(chance.nextLong(wholeMs), TimeUnit.MILLISECONDS);
            List<ProcessHandle> workers = process.descendants().toList();
            process.destroyForcibly().waitFor();
            // Whatever they are in the middle of: no controller, no worker.
            workers.forEach(worker -> worker.onExit().orTimeout(10, TimeUnit.SECONDS).join());
            Files.deleteIfExists(output); // it may have been faster than the first one
        }
        assertEquals(0, start().waitFor(), () -> told());
        assertEquals(List.of(output), filesBelow(outputFolder));
        assertOnlyWholeChunks();
    }

    /// A shell that runs a command in the background has it ignore Ctrl-C, and so all its children.
    private static boolean interruptsAreHeard() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("SigIgn:")) {
                return (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) == 0;
            }
        }
        return false;
    }

    private static List<Path> filesBelow(Path top) throws IOException {
        if (!Files.exists(top)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(top)) {
            return all.filter(path -> !path.equals(top)).toList();
        }
    }

    private void clearChunks() throws IOException {
        for (Path file : filesBelow(cache)) {
            if (file.toString().endsWith(".chunk")) {
                Files.delete(file);
            }
        }
    }

    /// Besides the store's own lock.
    private void assertOnlyWholeChunks() throws IOException {
        List<Path> others = new ArrayList<>();
        for (Path file : filesBelow(cache.resolve("chunks"))) {
            if (file.toString().endsWith(".chunk")) {
                EncodedFile.check(file);
            } else if (Files.isRegularFile(file)
                    && !file.equals(cache.resolve("chunks").resolve("lock"))) {
                others.add(file);
            }
        }
        assertEquals(List.of(), others);
    }
}
