package com.autoclipr;

import com.autoclipr.api.Autoclipr;
import com.autoclipr.api.Settings;
import com.autoclipr.cli.Cli;
import com.autoclipr.export.ExportRequest;
import com.autoclipr.files.UnexpectedErrors;
import com.autoclipr.libav.LibavMedia;
import com.autoclipr.media.MediaLibrary;
import com.autoclipr.render.skia.SkiaRuntime;
import com.autoclipr.worker.child.WorkerLoop;
import com.autoclipr.worker.flight.Recordings;
import com.autoclipr.worker.supervisor.WorkerLaunch;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Wires the parts of the command line and of a worker; the only place that does.
public final class Main {
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
            // How many workers an export takes is said by its command.
            Settings settings =
                    Settings.fromEnvironment().withMostWorkers(ExportRequest.MOST_WORKERS);
            return new Cli(Autoclipr.open(settings)).run(arguments);
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
}
