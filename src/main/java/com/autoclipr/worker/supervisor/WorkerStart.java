package com.autoclipr.worker.supervisor;

import com.autoclipr.worker.ParentDeath;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// Starts a worker process in such a way that it never outlives this process.
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

    /// @param offspring provides the mark of the process
    static Process of(int number, List<String> command, Descendants offspring) throws IOException {
        return new WorkerStart(number, command, offspring).fromLivingThread();
    }

    /// For Linux, the thread that starts a process is its parent, and the end of that thread counts
    /// as the parent's death. So this thread ends only after the process.
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
                                // The waiting thread must see errors too.
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

    /// The wrapper may not be executable here, or the command itself is the reason.
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
