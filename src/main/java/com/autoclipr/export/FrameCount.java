package com.autoclipr.export;

import com.autoclipr.export.job.ExportEvent;
import com.autoclipr.files.UnexpectedErrors;
import com.autoclipr.worker.LogContext;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Sums up the finished frames of all chunks. A dedicated thread reports the latest sum, so that
/// counting (on the thread that reads a worker's messages) never waits for the listener.
/// Thread-safe.
final class FrameCount {
    private final long total;
    private final Consumer<ExportEvent> listener;
    private final Map<Integer, Long> doneOfChunk = new HashMap<>();
    private long done;
    private boolean changed;
    private boolean ended;
    private @Nullable Thread reporting;
    private @Nullable Throwable defect;

    FrameCount(long total, Consumer<ExportEvent> listener) {
        this.total = total;
        this.listener = listener;
    }

    /// Starts reporting.
    void start() {
        reporting = Thread.ofVirtual().name("frames").start(LogContext.carried(this::report));
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
            for (Long sum = next(); sum != null; sum = next()) {
                listener.accept(new ExportEvent.FramesDone(sum, total));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) {
            met(e);
        }
    }

    /// The next sum to report; null once everything is reported and counting has ended.
    private synchronized @Nullable Long next() throws InterruptedException {
        while (!changed && !ended) {
            wait();
        }
        if (!changed) {
            return null;
        }
        changed = false;
        return done;
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
