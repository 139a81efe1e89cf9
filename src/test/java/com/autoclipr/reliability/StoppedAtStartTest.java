package com.autoclipr.reliability;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.testkit.Autoclipr;
import com.autoclipr.testkit.TestProject;
import com.autoclipr.time.Rational;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A worker that is stopped before any of its own code has run ends with its controller.
@Tag("slow")
@EnabledOnOs(OS.LINUX)
@EnabledIf("hasDeathSignal")
class StoppedAtStartTest {
    @TempDir private Path folder;

    static boolean hasDeathSignal() {
        return Files.exists(Path.of("/usr/bin/setpriv"));
    }

    @Test
    void nothingIsLeft() throws IOException, InterruptedException {
        Path project = TestProject.canvas(640, 360).cut(Rational.ZERO, Rational.of(60)).in(folder);
        for (long afterMs : new long[] {0, 10, 60}) {
            Process controller =
                    Autoclipr.builder(
                                    List.of(
                                            "export",
                                            project.toString(),
                                            "-o",
                                            folder.resolve("out.mp4").toString(),
                                            "--workers",
                                            "1",
                                            "--no-cache"))
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("told.txt").toFile())
                            .start();
            ProcessHandle worker = awaitWorker(controller);
            Thread.sleep(afterMs);
            String pid = Long.toString(worker.pid());
            new ProcessBuilder("kill", "-STOP", pid).start().waitFor();
            controller.toHandle().destroyForcibly();
            assertTrue(controller.waitFor(20, TimeUnit.SECONDS));
            ProcessHandle ended =
                    worker.onExit().completeOnTimeout(worker, 10, TimeUnit.SECONDS).join();
            boolean left = ended.isAlive();
            worker.destroyForcibly();
            assertFalse(left, "a worker stopped after " + afterMs + " ms is left");
        }
    }

    /// The moment from which it is a Java process that becomes a worker.
    private static ProcessHandle awaitWorker(Process controller) throws InterruptedException {
        while (controller.isAlive()) {
            Optional<ProcessHandle> worker =
                    controller.children().filter(StoppedAtStartTest::isWorker).findFirst();
            if (worker.isPresent()) {
                return worker.get();
            }
            Thread.sleep(1);
        }
        throw new AssertionError("it ended without a worker");
    }

    /// The system's own words: Java tells no arguments of a long command line.
    private static boolean isWorker(ProcessHandle process) {
        try {
            String line =
                    Files.readString(
                            Path.of("/proc", Long.toString(process.pid()), "cmdline"),
                            StandardCharsets.ISO_8859_1);
            return line.split("\0")[0].endsWith("/java") && line.endsWith("\0worker\0");
        } catch (IOException e) {
            return false; // gone meanwhile
        }
    }
}
