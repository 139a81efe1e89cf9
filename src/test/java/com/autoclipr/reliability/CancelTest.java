package com.autoclipr.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.testkit.Autoclipr;
import com.autoclipr.testkit.TestProject;
import com.autoclipr.testkit.media.Footage;
import com.autoclipr.time.Rational;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ctrl-C in the middle of an export leaves nothing running and nothing half-written.
@Tag("slow")
class CancelTest {
    @TempDir private Path folder;

    @Test
    void nothingIsLeftBehind() throws IOException, InterruptedException {
        Path project =
                TestProject.canvas(640, 360)
                        .cut(Rational.ZERO, Rational.of(30))
                        .layer("video", Footage.lively("30", 31))
                        .in(folder);
        Path output = Files.createDirectory(folder.resolve("out")).resolve("clip.mp4");
        List<String> arguments =
                List.of(
                        "export",
                        project.toString(),
                        "-o",
                        output.toString(),
                        "--resolution",
                        "720p",
                        "--progress",
                        "json",
                        "--no-cache");
        Process process =
                Autoclipr.builder(arguments)
                        .redirectError(folder.resolve("err.txt").toFile())
                        .start();
        List<ProcessHandle> workers;
        try {
            awaitFrames(process.inputReader());
            workers = process.descendants().toList();
            assertFalse(workers.isEmpty(), "no worker was running");
            boolean interruptible = !ignoresInterrupts(process);
            send(interruptible ? "-INT" : "-TERM", process);
            Thread.ofVirtual().start(() -> drain(process));
            assertTrue(process.waitFor(30, TimeUnit.SECONDS), "it goes on");
            assertEquals(interruptible ? 130 : 143, process.exitValue());
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        for (ProcessHandle worker : workers) {
            worker.onExit().orTimeout(10, TimeUnit.SECONDS).join();
        }
        try (Stream<Path> left = Files.list(output.getParent())) {
            assertEquals(List.of(), left.toList());
        }
    }

    private static void awaitFrames(BufferedReader out) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.contains("\"frames\"") && line.contains("\"done\"")) {
                return;
            }
        }
        throw new AssertionError("the export ended before it could be cancelled");
    }

    /// A shell that runs a command in the background has it ignore Ctrl-C, and so all its children.
    private static boolean ignoresInterrupts(Process process) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.isReadable(status)) {
            return false;
        }
        for (String line : Files.readAllLines(status)) {
            if (line.startsWith("SigIgn:")) {
                return (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0;
            }
        }
        return false;
    }

    /// `-INT` is what a terminal sends on Ctrl-C.
    private static void send(String signal, Process process)
            throws IOException, InterruptedException {
        String pid = Long.toString(process.pid());
        assertEquals(0, new ProcessBuilder("kill", signal, pid).start().waitFor());
    }

    private static void drain(Process process) {
        process.inputReader().lines().forEach(line -> {});
    }
}
