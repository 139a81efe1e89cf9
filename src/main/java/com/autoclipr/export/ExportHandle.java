package com.autoclipr.export;

import com.autoclipr.export.job.ExportId;
import com.autoclipr.export.job.ExportJob;
import com.autoclipr.export.workers.WorkerPool;
import com.autoclipr.failure.FailureException;
import com.autoclipr.files.UnexpectedErrors;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/// A started export. It runs in its own threads until it ends or is cancelled, at the latest when
/// its [ExportController] is closed. Thread-safe.
public final class ExportHandle {
    private final ExportTask task;
    private final CompletableFuture<ExportOutcome<ExportReport>> outcome =
            new CompletableFuture<>();
    private volatile boolean cancelled;
    private volatile @Nullable WorkerPool workers;

    ExportHandle(ExportTask task) {
        this.task = task;
    }

    /// @param whenEnded called before [#await()] returns
    void start(Runnable whenEnded) {
        Thread.ofPlatform().name("export-" + id()).start(() -> run(whenEnded));
    }

    private void run(Runnable whenEnded) {
        try {
            ExportOutcome<ExportReport> made = task.run(this::register);
            whenEnded.run();
            outcome.complete(made);
        } catch (Throwable e) {
            whenEnded.run();
            outcome.completeExceptionally(e);
        }
    }

    private void register(WorkerPool pool) {
        workers = pool;
        if (cancelled) {
            pool.cancel();
        }
    }

    public ExportId id() {
        return job().id();
    }

    /// The current status; never blocks.
    public ExportJob job() {
        return task.job();
    }

    /// Whether it has ended, cleaned up, and delivered all events.
    public boolean isEnded() {
        return outcome.isDone();
    }

    /// Cancels the export: its workers are killed at once, and [#await()] throws CANCELLED after
    /// cleaning up. Other exports are not affected. Does nothing if the export has ended.
    public void cancel() {
        cancelled = true;
        WorkerPool pool = workers;
        if (pool != null) {
            pool.cancel();
        }
    }

    /// Waits for the end. When this returns, the verified file is at its destination; when it
    /// throws, the destination is unchanged.
    ///
    /// @throws FailureException if the export fails or is cancelled
    /// @throws InterruptedException if the waiting thread is interrupted; the export continues
    public ExportOutcome<ExportReport> await() throws InterruptedException {
        try {
            return outcome.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw cause instanceof FailureException failure
                    ? failure
                    : UnexpectedErrors.asFailure(cause == null ? e : cause);
        }
    }
}
