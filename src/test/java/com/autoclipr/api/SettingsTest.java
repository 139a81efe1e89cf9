package com.autoclipr.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.worker.supervisor.WorkerTimeouts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the environment sets, and what a program changes of it.
class SettingsTest {
    @TempDir private Path folder;

    @Test
    void theEnvironmentSetsEverything() {
        Settings settings =
                Settings.from(
                        Map.of(
                                "AUTOCLIPR_CACHE", folder.toString(),
                                "AUTOCLIPR_CACHE_SIZE", "2M",
                                "AUTOCLIPR_WORKER_JAVA_OPTIONS", " -Xa  -Xb ",
                                "AUTOCLIPR_WORKER_STALL_TIMEOUT", "7"));
        assertEquals(folder, settings.cache());
        assertEquals(2 << 20, settings.storeMaxBytes());
        assertEquals(List.of("-Xa", "-Xb"), settings.workerJavaOptions());
        assertEquals(Duration.ofSeconds(7), settings.timeouts().stall());
        assertEquals(WorkerTimeouts.DEFAULT.heartbeat(), settings.timeouts().heartbeat());
    }

    @Test
    void withoutACacheOfItsOwnTheUsersIsUsed() {
        Settings settings = Settings.from(Map.of("XDG_CACHE_HOME", folder.toString()));
        assertEquals(folder.resolve("autoclipr"), settings.cache());
    }

    @Test
    void whatIsNoSizeIsRefused() {
        FailureException refused =
                assertThrows(
                        FailureException.class,
                        () -> Settings.from(Map.of("AUTOCLIPR_CACHE_SIZE", "much")));
        assertEquals(FailureKind.USAGE, refused.failure().kind());
    }

    @Test
    void aChangeKeepsTheRest() {
        Settings settings = Settings.from(Map.of("AUTOCLIPR_CACHE_SIZE", "3G"));
        Settings changed = settings.withCache(Path.of("there")).withMostWorkers(5);
        assertEquals(
                new Settings(
                        Path.of("there").toAbsolutePath(),
                        settings.storeMaxBytes(),
                        5,
                        settings.workerJavaOptions(),
                        settings.timeouts()),
                changed);
        assertThrows(IllegalArgumentException.class, () -> settings.withMostWorkers(0));
    }
}
