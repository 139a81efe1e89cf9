package com.autoclipr.worker.supervisor;

import com.autoclipr.worker.ParentDeath;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// Starts the process of a worker, so that it ends with this one whatever happens to either.
final class WorkerStart {
    private static final int MOST_ATTEMPTS = 3;

    private final int number;
    private final List<String> command;
    private final Descendants offspring;

    private WorkerStart(int number, List<String> command, Descendants offspring) {
        this.number = number;
        this.command = command;
        this.offspring = offspring;
    }

    /// @param offspring whose mark the process gets
    static Process of(int number, List<String> command, Descendants offspring) throws IOException {
        return new WorkerStart(number, command, offspring).fromLivingThread();
    }

    /// The thread that starts a process is its parent to Linux, which takes the end of the thread
    /// for the controller's: this one ends after the process.
    private Process fromLivingThread() throws IOException {
        CompletableFuture<Process> started = new CompletableFuture<>();
        Thread.ofPlatform()
                .daemon()
                .name("worker-" + number + "-parent")
                .start(
                        () -> {
                            try {
                                Process process = start();
                                started.complete(process);
                                process.waitFor();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            } catch (Throwable e) {
                                // A waiting thread must see an error, too.
                                started.completeExceptionally(e);
                            }
                        });
        try {
            return started.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private Process start() throws IOException {
        List<String> armed = DeathSignal.before(command);
        for (int attempt = 1; ; attempt++) {
            LaunchMonitor watch = LaunchMonitor.ofThisThread(command, !armed.equals(command));
            try {
                return builder(armed).start();
            } catch (IOException e) {
                watch.end();
                if (!watch.hasKilled() || attempt == MOST_ATTEMPTS) {
                    return withoutDeathSignal(armed, e);
                }
            }
        }
    }

    /// It may not be run here, or what was to be run is the reason.
    private Process withoutDeathSignal(List<String> armed, IOException why) throws IOException {
        if (armed.equals(command)) {
            throw why;
        }
        return builder(command).start();
    }

    private ProcessBuilder builder(List<String> whole) {
        ProcessBuilder builder = new ProcessBuilder(whole);
        builder.environment().putAll(WorkerLaunch.ENVIRONMENT);
        ParentDeath.nameParent(builder.environment());
        offspring.mark(builder.environment());
        return builder;
    }
}
