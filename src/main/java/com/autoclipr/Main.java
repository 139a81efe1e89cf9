package com.autoclipr;

import com.autoclipr.cli.Cli;
import com.autoclipr.cli.Version;
import com.autoclipr.export.Engine;
import com.autoclipr.export.journal.ExportHistory;
import com.autoclipr.export.store.FolderChunkStore;
import com.autoclipr.export.store.StoreLimit;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.files.SystemFiles;
import com.autoclipr.files.UnexpectedErrors;
import com.autoclipr.libav.LibavMedia;
import com.autoclipr.media.MediaLibrary;
import com.autoclipr.render.skia.SkiaRuntime;
import com.autoclipr.worker.child.WorkerLoop;
import com.autoclipr.worker.flight.Recordings;
import com.autoclipr.worker.supervisor.Machine;
import com.autoclipr.worker.supervisor.WorkerLaunch;
import com.autoclipr.worker.supervisor.WorkerSettings;
import com.autoclipr.worker.supervisor.WorkerTimeouts;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// Wires the parts of the command line and of a worker; the only place that does.
public final class Main {
    private static final Duration ONE_SECOND = Duration.ofSeconds(1);

    private Main() {}

    /// Runs the command line, or a worker process if the only argument is `worker`.
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length == 1 && arguments[0].equals("worker")) {
            work();
        } else {
            System.exit(command(arguments));
        }
    }

    private static int command(String[] arguments) {
        try {
            return new Cli(engine()).run(arguments);
        } catch (RuntimeException | Error e) {
            // Before a command runs: an invalid environment or file must not end in a stack trace.
            return Cli.refuse(UnexpectedErrors.asFailure(e).failure());
        }
    }

    /// Standard output belongs to the protocol; anything else that is printed goes to standard
    /// error.
    private static void work() throws InterruptedException {
        FileOutputStream protocol = new FileOutputStream(FileDescriptor.out);
        System.setOut(
                new PrintStream(
                        new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        new WorkerLoop(Main::media, protocol)
                .run(
                        System.in,
                        () -> {
                            Recordings.finish();
                            Runtime.getRuntime().halt(0);
                        });
    }

    /// Loads the native libraries from the worker's private folder.
    private static MediaLibrary media() {
        String natives = System.getProperty(WorkerLaunch.NATIVES);
        if (natives != null) {
            SkiaRuntime.useFolder(Path.of(natives));
        }
        return new LibavMedia();
    }

    private static Engine engine() {
        Path caches = caches();
        Path natives = caches.resolve("natives-" + Version.current());
        WorkerSettings workers =
                new WorkerSettings(
                        WorkerLaunch.command(Main.class.getName(), natives, workerOptions()),
                        natives,
                        WorkerSettings.DEFAULT_MEMORY_BYTES,
                        timeouts());
        return new Engine(
                "autoclipr " + Version.current() + " " + ClassPathDigest.current(),
                workers,
                Machine.current(),
                new FolderChunkStore(caches.resolve("chunks"), storeMaxBytes(), new SystemFiles()),
                new ExportHistory(caches.resolve("exports")));
    }

    /// `AUTOCLIPR_WORKER_JAVA_OPTIONS`: JVM options for workers, separated by spaces.
    private static List<String> workerOptions() {
        String own = System.getenv("AUTOCLIPR_WORKER_JAVA_OPTIONS");
        return own == null || own.isBlank() ? List.of() : List.of(own.strip().split("\\s+"));
    }

    /// `AUTOCLIPR_CACHE_SIZE`, or 10 GiB.
    private static long storeMaxBytes() {
        String own = System.getenv("AUTOCLIPR_CACHE_SIZE");
        if (own == null || own.isBlank()) {
            return FolderChunkStore.DEFAULT_MAX_BYTES;
        }
        try {
            return StoreLimit.parse(own);
        } catch (IllegalArgumentException e) {
            throw new FailureException(
                    Failure.of(
                            FailureKind.USAGE,
                            "detail",
                            "AUTOCLIPR_CACHE_SIZE must be a size such as 10G, was " + own),
                    e);
        }
    }

    /// `AUTOCLIPR_WORKER_HEARTBEAT_TIMEOUT`, `…_STALL_TIMEOUT` and `…_SHUTDOWN_GRACE` in seconds,
    /// or their defaults.
    private static WorkerTimeouts timeouts() {
        return WorkerTimeouts.of(
                        seconds(
                                "AUTOCLIPR_WORKER_HEARTBEAT_TIMEOUT",
                                WorkerTimeouts.LEAST_HEARTBEAT,
                                WorkerTimeouts.DEFAULT.heartbeat()),
                        seconds(
                                "AUTOCLIPR_WORKER_STALL_TIMEOUT",
                                ONE_SECOND,
                                WorkerTimeouts.DEFAULT.stall()))
                .withShutdownGrace(
                        seconds(
                                "AUTOCLIPR_WORKER_SHUTDOWN_GRACE",
                                ONE_SECOND,
                                WorkerTimeouts.DEFAULT.shutdownGrace()));
    }

    private static Duration seconds(String name, Duration least, Duration usual) {
        String own = System.getenv(name);
        if (own == null || own.isBlank()) {
            return usual;
        }
        if (!own.matches("\\d{1,6}") || Long.parseLong(own) < least.toSeconds()) {
            throw Failure.of(
                            FailureKind.USAGE,
                            "detail",
                            "%s must be a number of seconds from %d to 999999, was %s"
                                    .formatted(name, least.toSeconds(), own))
                    .asException();
        }
        return Duration.ofSeconds(Long.parseLong(own));
    }

    /// `AUTOCLIPR_CACHE`, or the user's cache folder by the XDG rules.
    private static Path caches() {
        String own = System.getenv("AUTOCLIPR_CACHE");
        if (own != null && !own.isBlank()) {
            return Path.of(own).toAbsolutePath();
        }
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path base =
                xdg != null && !xdg.isBlank()
                        ? Path.of(xdg)
                        : Path.of(System.getProperty("user.home"), ".cache");
        return base.resolve("autoclipr").toAbsolutePath();
    }
}
