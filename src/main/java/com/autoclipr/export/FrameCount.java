package com.autoclipr.export;

import com.autoclipr.export.job.ExportEvent;
import com.autoclipr.export.job.PipelineLoad;
import com.autoclipr.files.UnexpectedErrors;
import com.autoclipr.worker.LogContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// Sums up the finished frames of all chunks. A dedicated thread reports the latest sum, at least
/// once a second so that a stuck export shows what it is stuck on; counting (on the threads that
/// read the workers' messages) never waits for the listener. Thread-safe.
final class FrameCount {
    private static final long REPORT_INTERVAL_NS = TimeUnit.SECONDS.toNanos(1);

    private final long total;
    private final LongFunction<PipelineLoad> loads;
    private final Consumer<ExportEvent> listener;
    private final Map<Integer, Long> doneOfChunk = new HashMap<>();
    private long done;
    private long reused;
    private boolean changed;
    private boolean ended;
    private @Nullable Thread reporting;
    private @Nullable Throwable defect;

    /// @param done frames
    /// @param encoded of them, those that were not in the store
    private record Count(long done, long encoded) {}

    /// @param loads the pipelines' load, given the frames encoded; called by one thread
    FrameCount(long total, LongFunction<PipelineLoad> loads, Consumer<ExportEvent> listener) {
        this.total = total;
        this.loads = loads;
        this.listener = listener;
    }

    /// Starts reporting.
    void start() {
        reporting = Thread.ofVirtual().name("frames").start(LogContext.carried(this::report));
    }

    /// A chunk of `count` frames came from the store.
    synchronized void reused(int chunk, long count) {
        reused += count;
        set(chunk, count);
    }

    /// @param count finished frames of that chunk; 0 before a retry
    synchronized void set(int chunk, long count) {
        long before = doneOfChunk.getOrDefault(chunk, 0L);
        if (count == before) {
            return;
        }
        doneOfChunk.put(chunk, count);
        done += count - before;
        changed = true;
        notifyAll();
    }

    private void report() {
        try {
            for (Count count = next(); count != null; count = next()) {
                listener.accept(
                        new ExportEvent.FramesDone(
                                count.done(), total, Optional.of(loads.apply(count.encoded()))));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            met(e);
        }
    }

    /// The next sum to report; null once everything is reported and counting has ended.
    private synchronized @Nullable Count next() throws InterruptedException {
        long startNs = System.nanoTime();
        long leftNs = REPORT_INTERVAL_NS;
        while (!changed && !ended && leftNs > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, leftNs);
            leftNs = REPORT_INTERVAL_NS - (System.nanoTime() - startNs);
        }
        if (!changed && ended) {
            return null;
        }
        changed = false;
        return new Count(done, done - reused);
    }

    private synchronized void met(Throwable e) {
        defect = e;
    }

    /// Returns when the last sum has been reported.
    ///
    /// @throws com.autoclipr.failure.FailureException thrown by the listener
    void end() throws InterruptedException {
        synchronized (this) {
            ended = true;
            notifyAll();
        }
        Thread started = reporting;
        if (started != null) {
            started.join();
        }
        synchronized (this) {
            if (defect != null) {
                throw UnexpectedErrors.asFailure(defect);
            }
        }
    }
}
