package com.autoclipr.worker;

import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Watches one worker process: its resident memory, and whether it moves on while it has a job.
/// Runs in a thread of its own until closed.
final class WorkerWatch implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofMillis(250);

    /// A worker that says nothing but uses the processor (it reads a long file back, say) is given
    /// this many times the stall timeout.
    private static final int BUSY_FACTOR = 20;

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
        ProcessFiles files = new ProcessFiles(process.pid());
        long busyTicks = 0;
        long lastBusyNs = System.nanoTime();
        while (process.isAlive()) {
            long bytes = files.residentBytes();
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
            long nowNs = System.nanoTime();
            long ticks = files.cpuTicks();
            if (ticks != busyTicks) {
                busyTicks = ticks;
                lastBusyNs = nowNs;
            }
            Duration silent = Duration.ofNanos(nowNs - lastProgressNs.get());
            Duration idle = Duration.ofNanos(nowNs - Math.max(lastProgressNs.get(), lastBusyNs));
            boolean stalled =
                    idle.compareTo(settings.stallTimeout()) > 0
                            || silent.compareTo(settings.stallTimeout().multipliedBy(BUSY_FACTOR))
                                    > 0;
            if (busy.getAsBoolean() && stalled) {
                end.accept(
                        Failure.of(
                                FailureKind.WORKER_STALLED,
                                "seconds",
                                Long.toString(silent.toSeconds())));
                return;
            }
            try {
                Thread.sleep(INTERVAL);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
