package com.autoclipr.worker;

import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Watches one worker process: its resident memory, and whether it moves on while it has a job.
/// Runs in a thread of its own until closed.
final class WorkerWatch implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofMillis(250);

    private final Process process;
    private final WorkerSettings settings;
    private final BooleanSupplier busy;
    private final Consumer<Failure> end;
    private final AtomicLong lastProgressNs = new AtomicLong(System.nanoTime());
    private final AtomicLong peakBytes = new AtomicLong();
    private final Thread thread;

    /// @param busy whether the worker has a job
    /// @param end ends the worker for a reason
    WorkerWatch(
            Process process, WorkerSettings settings, BooleanSupplier busy, Consumer<Failure> end) {
        this.process = process;
        this.settings = settings;
        this.busy = busy;
        this.end = end;
        this.thread = Thread.ofVirtual().name("watch-" + process.pid()).start(this::watch);
    }

    /// Called whenever the worker says something, or is given a job.
    void progressed() {
        lastProgressNs.set(System.nanoTime());
    }

    long peakMemoryBytes() {
        return peakBytes.get();
    }

    private void watch() {
        Path memory = Path.of("/proc", Long.toString(process.pid()), "statm");
        while (process.isAlive()) {
            long bytes = residentBytes(memory);
            peakBytes.accumulateAndGet(bytes, Math::max);
            if (bytes > settings.memoryBytes()) {
                end.accept(
                        Failure.of(
                                FailureKind.OUT_OF_MEMORY,
                                "limit",
                                Long.toString(settings.memoryBytes()),
                                "actual",
                                Long.toString(bytes)));
                return;
            }
            Duration still = Duration.ofNanos(System.nanoTime() - lastProgressNs.get());
            if (busy.getAsBoolean() && still.compareTo(settings.stallTimeout()) > 0) {
                end.accept(
                        Failure.of(
                                FailureKind.WORKER_STALLED,
                                "seconds",
                                Long.toString(still.toSeconds())));
                return;
            }
            try {
                Thread.sleep(INTERVAL);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /// Second field of Linux's /proc/PID/statm, in pages of 4 KiB; 0 where there is none.
    private static long residentBytes(Path statm) {
        try {
            String[] fields = Files.readString(statm).split(" ");
            return fields.length > 1 ? Long.parseLong(fields[1]) * 4096 : 0;
        } catch (IOException | NumberFormatException e) {
            return 0; // not Linux, or the process has just ended
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
