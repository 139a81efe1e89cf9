package com.autoclipr.export;

import com.autoclipr.export.job.ExportEvent;
import com.autoclipr.files.UnexpectedErrors;
import com.autoclipr.worker.LogContext;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Adds up the frames done over all chunks. A thread of its own tells the listener the latest sum:
/// who counts (the thread that hears a worker's heartbeats) never waits for who listens. Safe for
/// several threads.
final class FrameCount {
    private final long total;
    private final Consumer<ExportEvent> listener;
    private final Map<Integer, Long> doneOfChunk = new HashMap<>();
    private long done;
    private boolean changed;
    private boolean ended;
    private @Nullable Thread telling;
    private @Nullable Throwable defect;

    FrameCount(long total, Consumer<ExportEvent> listener) {
        this.total = total;
        this.listener = listener;
    }

    /// From now on the listener is told.
    void start() {
        telling = Thread.ofVirtual().name("frames").start(LogContext.carried(this::tell));
    }

    /// @param count frames of that chunk that are done; 0 when it is to be tried again
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

    private void tell() {
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

    /// The next sum to tell; null when everything is told and nothing more is counted.
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

    /// Returns when the last sum has been told.
    ///
    /// @throws com.autoclipr.failure.FailureException what the listener met
    void end() throws InterruptedException {
        synchronized (this) {
            ended = true;
            notifyAll();
        }
        Thread started = telling;
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
