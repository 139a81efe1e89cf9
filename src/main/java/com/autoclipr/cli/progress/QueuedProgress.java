package com.autoclipr.cli.progress;

import com.autoclipr.export.job.ExportEvent;
import com.autoclipr.export.job.ExportState;
import com.autoclipr.export.job.StampedEvent;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Displays events in a thread of its own, in order, so that a display that blocks (a terminal
/// after Ctrl-S, a reader that pauses) never blocks the sender. Only the latest of consecutive
/// frame counts is kept; other events are few per chunk. Owns the progress.
public final class QueuedProgress implements ExportProgress {
    /// How long events are still displayed after a cancel: less than the time to clean up.
    private static final Duration AFTER_CANCEL = Duration.ofMillis(800);

    private final ExportProgress shown;
    private final Deque<StampedEvent> waiting = new ArrayDeque<>();
    private final Thread thread;
    private boolean ended;
    private boolean cancelled;

    public QueuedProgress(ExportProgress shown) {
        this.shown = shown;
        // Not a virtual thread: a blocked write would pin its carrier.
        this.thread = Thread.ofPlatform().daemon().name("progress").start(this::show);
    }

    @Override
    public synchronized void accept(StampedEvent stamped) {
        StampedEvent last = waiting.peekLast();
        if (last != null && isCount(last) && isCount(stamped)) {
            waiting.removeLast();
        }
        waiting.addLast(stamped);
        cancelled |=
                stamped.event() instanceof ExportEvent.StateChanged(ExportState state)
                        && state == ExportState.CANCELLED;
        notifyAll();
    }

    private static boolean isCount(StampedEvent stamped) {
        return stamped.event() instanceof ExportEvent.FramesDone;
    }

    private void show() {
        try (shown) {
            for (StampedEvent next = next(); next != null; next = next()) {
                shown.accept(next);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Null once everything is displayed and no more events come.
    private synchronized @Nullable StampedEvent next() throws InterruptedException {
        while (waiting.isEmpty() && !ended) {
            wait();
        }
        return waiting.pollFirst();
    }

    /// Returns once everything is displayed; after a cancel, at once if the reader is blocked.
    @Override
    public void close() {
        boolean hurried;
        synchronized (this) {
            ended = true;
            hurried = cancelled;
            notifyAll();
        }
        try {
            if (hurried) {
                thread.join(AFTER_CANCEL);
            } else {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
