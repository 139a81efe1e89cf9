package com.autoclipr.worker.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
@Timeout(60)
class WorkerStartTest {
    private static final int KILLED = 128 + 9;

    /// Between its first moment and the one from which it dies with its parent.
    @Test
    void whoIsStoppedWhileItStartsIsKilled() throws IOException, InterruptedException {
        LaunchMonitor watch = LaunchMonitor.ofThisThread(List.of("what it never becomes"), true);
        Process process =
                new ProcessBuilder("sh", "-c", "kill -STOP $$; sleep 100").inheritIO().start();
        try {
            assertTrue(process.waitFor(20, TimeUnit.SECONDS), "it goes on");
            assertEquals(KILLED, process.exitValue());
            assertTrue(watch.hasKilled());
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void whoHasBecomeAWorkerIsNotTheLaunchsAnyMore() throws IOException, InterruptedException {
        List<String> command = List.of("sh", "-c", "sleep 0.3; kill -STOP $$; exit 7");
        LaunchMonitor watch = LaunchMonitor.ofThisThread(command, true);
        Process process = new ProcessBuilder(command).start();
        try {
            assertFalse(process.waitFor(800, TimeUnit.MILLISECONDS));
            assertFalse(watch.hasKilled());
            new ProcessBuilder("kill", "-CONT", Long.toString(process.pid())).start().waitFor();
            assertEquals(7, process.waitFor());
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void theDeathSignalIsAskedForBeforeTheWorkerRuns() throws IOException, InterruptedException {
        List<String> command = List.of("/bin/sh", "-c", "exit 7");
        List<String> armed = DeathSignal.before(command);
        assertEquals(command, armed.subList(armed.size() - 3, armed.size()));
        boolean usual = Files.exists(Path.of("/etc/debian_version"));
        assertTrue(!usual || armed.getFirst().endsWith("/setpriv"), armed.toString());
        assertEquals(7, WorkerStart.of(0, command, new Descendants()).waitFor());
    }

    @Test
    void aMissingProgramIsReportedAsBefore() {
        List<String> command = List.of("/no/such/program");
        assertEquals(command, DeathSignal.before(command));
        assertThrows(IOException.class, () -> WorkerStart.of(0, command, new Descendants()));
    }
}
