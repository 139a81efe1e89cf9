package com.autoclipr.worker.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WorkerLaunchTest {
    @TempDir private Path folder;

    @AfterEach
    void forgetTheCache() {
        System.clearProperty(WorkerLaunch.START_CACHE);
    }

    private List<String> command() {
        return WorkerLaunch.command("com.autoclipr.Main", folder.resolve("natives"), List.of());
    }

    @Test
    void aRecordedStartIsUsedWhereThereIsOne() {
        assertTrue(command().stream().noneMatch(word -> word.startsWith("-XX:AOTCache=")));
        System.setProperty(WorkerLaunch.START_CACHE, "/somewhere/worker.aot");
        assertTrue(command().contains("-XX:AOTCache=/somewhere/worker.aot"));
    }

    /// The JVM uses the last of repeated options.
    @Test
    void aWorkerForOneJobDoesNotOptimiseUnlessTheUserWantsIt() {
        String users = "-XX:TieredStopAtLevel=4";
        WorkerSettings settings =
                new WorkerSettings(
                        WorkerLaunch.command("com.autoclipr.Main", folder, List.of(users)),
                        folder,
                        WorkerSettings.DEFAULT_MEMORY_BYTES,
                        WorkerTimeouts.DEFAULT);
        assertEquals(
                List.of("-XX:TieredStopAtLevel=1", users),
                settings.forOneJob().command().stream()
                        .filter(word -> word.contains("TieredStopAtLevel"))
                        .toList());
    }

    @Test
    void anInvalidOneIsSkippedSilently() throws IOException, InterruptedException {
        Path noCache = Files.writeString(folder.resolve("worker.aot"), "not a cache");
        System.setProperty(WorkerLaunch.START_CACHE, noCache.toString());
        Path errors = folder.resolve("errors");
        Process worker = new ProcessBuilder(command()).redirectError(errors.toFile()).start();
        try (InputStream out = worker.getInputStream()) {
            byte[] beat = out.readNBytes(1);
            worker.getOutputStream().close();
            String said =
                    new String(beat, StandardCharsets.UTF_8)
                            + new String(out.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(worker.waitFor(20, TimeUnit.SECONDS));
            assertEquals(0, worker.exitValue());
            assertTrue(said.lines().allMatch(line -> line.startsWith("{")), said);
            assertEquals("", Files.readString(errors));
        } finally {
            worker.destroyForcibly();
        }
    }
}
