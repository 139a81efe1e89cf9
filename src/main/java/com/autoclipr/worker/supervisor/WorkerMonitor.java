package com.autoclipr.worker.supervisor;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.worker.ProcessFiles;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watches one worker process: its resident memory, its heartbeat, and its progress while it has a
/// job. Runs in its own thread until closed.
final class WorkerMonitor implements AutoCloseable {
    private static final Duration INTERVAL = Duration.ofMillis(250);

    /// Memory may grow within moments; a stall takes seconds.
    private static final int INTERVALS_PER_LOOK = 2;

    private static final Logger LOG = LoggerFactory.getLogger(WorkerMonitor.class);

    private final Process process;
    private final WorkerSettings settings;
    private final BooleanSupplier busy;
    private final Consumer<Failure> end;
    private final AtomicLong heard = new AtomicLong();
    private final AtomicLong progress = new AtomicLong();
    private final AtomicLong peakBytes = new AtomicLong();
    private final Thread thread;

    /// @param busy whether the worker has a job
    /// @param end ends the worker with a reason
    WorkerMonitor(
            Process process, WorkerSettings settings, BooleanSupplier busy, Consumer<Failure> end) {
        this.process = process;
        this.settings = settings;
        this.busy = busy;
        this.end = end;
        this.thread = Thread.ofVirtual().name("watch-" + process.pid()).start(this::watch);
    }

    /// Called for every message of the worker.
    void heard() {
        heard.incrementAndGet();
    }

    boolean hasHeard() {
        return heard.get() > 0;
    }

    /// Called when the worker makes progress or gets a job.
    void progressed() {
        progress.incrementAndGet();
    }

    long peakMemoryBytes() {
        return peakBytes.get();
    }

    private void watch() {
        try {
            ProcessFiles files = new ProcessFiles(process.pid());
            StallDetector stalls = new StallDetector(settings.timeouts(), System.nanoTime());
            Optional<Failure> reason = Optional.empty();
            for (int i = 1; reason.isEmpty() && process.isAlive(); i++) {
                Thread.sleep(INTERVAL);
                reason = tooMuchMemory(files.residentBytes());
                if (reason.isEmpty() && i % INTERVALS_PER_LOOK == 0) {
                    reason = stalls.observe(observation(files));
                }
            }
            reason.ifPresent(end);
        } catch (InterruptedException e) {
            LOG.trace("monitoring of process {} has ended", process.pid());
        } catch (Throwable e) {
            // An unwatched worker could run forever.
            end.accept(Failure.of(FailureKind.INTERNAL_ERROR).with(Fact.DETAIL, e.toString()));
            throw e;
        }
    }

    private StallDetector.Observation observation(ProcessFiles files) {
        return new StallDetector.Observation(
                System.nanoTime(),
                heard.get(),
                progress.get(),
                files.cpuMs(),
                files.readBytes(),
                busy.getAsBoolean());
    }

    private Optional<Failure> tooMuchMemory(long bytes) {
        peakBytes.accumulateAndGet(bytes, Math::max);
        if (bytes <= settings.memoryBytes()) {
            return Optional.empty();
        }
        return Optional.of(
                Failure.of(FailureKind.OUT_OF_MEMORY)
                        .with(Fact.LIMIT, Long.toString(settings.memoryBytes()))
                        .with(Fact.ACTUAL, Long.toString(bytes)));
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
