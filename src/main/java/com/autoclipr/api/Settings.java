package com.autoclipr.api;

import com.autoclipr.export.ExportRequest;
import com.autoclipr.export.store.FolderChunkStore;
import com.autoclipr.export.store.StoreLimit;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.worker.supervisor.WorkerTimeouts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Settings of the engine.
///
/// @param cache folder for chunks, journals and unpacked libraries; absolute
/// @param storeMaxBytes size limit of the chunk store
/// @param mostWorkers maximum number of worker processes for everything; fewer if memory is short
/// @param workerJavaOptions JVM options for workers
/// @param timeouts after which a worker counts as stalled
public record Settings(
        Path cache,
        long storeMaxBytes,
        int mostWorkers,
        List<String> workerJavaOptions,
        WorkerTimeouts timeouts) {
    private static final Duration ONE_SECOND = Duration.ofSeconds(1);

    public Settings {
        if (mostWorkers < 1 || mostWorkers > ExportRequest.MOST_WORKERS) {
            throw new IllegalArgumentException(
                    "mostWorkers must be from 1 to %d, was %d"
                            .formatted(ExportRequest.MOST_WORKERS, mostWorkers));
        }
        workerJavaOptions = List.copyOf(workerJavaOptions);
    }

    /// Settings from the environment variables (`AUTOCLIPR_CACHE` and others, see
    /// `docs/operating.md`), with one worker per CPU.
    ///
    /// @throws FailureException USAGE if one of them is not valid
    public static Settings fromEnvironment() {
        return from(System.getenv());
    }

    static Settings from(Map<String, String> environment) {
        return new Settings(
                cache(environment),
                storeMaxBytes(environment),
                Math.min(ExportRequest.MOST_WORKERS, Runtime.getRuntime().availableProcessors()),
                workerOptions(environment),
                timeouts(environment));
    }

    /// The same settings with another cache folder.
    public Settings withCache(Path folder) {
        return new Settings(
                folder.toAbsolutePath(), storeMaxBytes, mostWorkers, workerJavaOptions, timeouts);
    }

    /// The same settings with another number of workers.
    public Settings withMostWorkers(int most) {
        return new Settings(cache, storeMaxBytes, most, workerJavaOptions, timeouts);
    }

    private static String value(Map<String, String> environment, String name) {
        return environment.getOrDefault(name, "").strip();
    }

    /// `AUTOCLIPR_CACHE`, or the user's cache folder by the XDG rules.
    private static Path cache(Map<String, String> environment) {
        String own = value(environment, "AUTOCLIPR_CACHE");
        if (!own.isEmpty()) {
            return Path.of(own).toAbsolutePath();
        }
        String xdg = value(environment, "XDG_CACHE_HOME");
        Path base =
                xdg.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
        return base.resolve("autoclipr").toAbsolutePath();
    }

    /// `AUTOCLIPR_WORKER_JAVA_OPTIONS`, separated by spaces.
    private static List<String> workerOptions(Map<String, String> environment) {
        String own = value(environment, "AUTOCLIPR_WORKER_JAVA_OPTIONS");
        return own.isEmpty() ? List.of() : List.of(own.split("\\s+"));
    }

    /// `AUTOCLIPR_CACHE_SIZE`, or 10 GiB.
    private static long storeMaxBytes(Map<String, String> environment) {
        String own = value(environment, "AUTOCLIPR_CACHE_SIZE");
        if (own.isEmpty()) {
            return FolderChunkStore.DEFAULT_MAX_BYTES;
        }
        try {
            return StoreLimit.parse(own);
        } catch (IllegalArgumentException e) {
            throw new FailureException(
                    Failure.of(FailureKind.USAGE)
                            .with(
                                    Fact.DETAIL,
                                    "AUTOCLIPR_CACHE_SIZE must be a size such as 10G, was " + own),
                    e);
        }
    }

    /// `AUTOCLIPR_WORKER_HEARTBEAT_TIMEOUT`, `…_STALL_TIMEOUT` and `…_SHUTDOWN_GRACE`, in seconds,
    /// or their defaults.
    private static WorkerTimeouts timeouts(Map<String, String> environment) {
        return WorkerTimeouts.of(
                        seconds(
                                environment,
                                "AUTOCLIPR_WORKER_HEARTBEAT_TIMEOUT",
                                WorkerTimeouts.LEAST_HEARTBEAT,
                                WorkerTimeouts.DEFAULT.heartbeat()),
                        seconds(
                                environment,
                                "AUTOCLIPR_WORKER_STALL_TIMEOUT",
                                ONE_SECOND,
                                WorkerTimeouts.DEFAULT.stall()))
                .withShutdownGrace(
                        seconds(
                                environment,
                                "AUTOCLIPR_WORKER_SHUTDOWN_GRACE",
                                ONE_SECOND,
                                WorkerTimeouts.DEFAULT.shutdownGrace()));
    }

    private static Duration seconds(
            Map<String, String> environment, String name, Duration least, Duration usual) {
        String own = value(environment, name);
        if (own.isEmpty()) {
            return usual;
        }
        if (!own.matches("\\d{1,6}") || Long.parseLong(own) < least.toSeconds()) {
            throw Failure.of(FailureKind.USAGE)
                    .with(
                            Fact.DETAIL,
                            "%s must be a number of seconds from %d to 999999, was %s"
                                    .formatted(name, least.toSeconds(), own))
                    .asException();
        }
        return Duration.ofSeconds(Long.parseLong(own));
    }
}
