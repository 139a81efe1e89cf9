package com.autoclipr.export;

import com.autoclipr.export.job.ExportId;
import com.autoclipr.export.job.ExportJob;
import com.autoclipr.export.workers.WorkerPool;
import com.autoclipr.failure.FailureException;
import com.autoclipr.files.UnexpectedErrors;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/// An export that was started. It goes on by itself, in threads of its own, until it has ended or
/// is cancelled; what still runs when its [ExportController] is closed is cancelled then. Safe for
/// several threads.
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

    /// Where the export stands now; never waits.
    public ExportJob job() {
        return task.job();
    }

    /// Whether it has ended, cleaned up, and told its listener everything.
    public boolean isEnded() {
        return outcome.isDone();
    }

    /// Ends the export: its workers are killed at once, and [#await()] throws CANCELLED as soon as
    /// it has cleaned up. Other exports are left alone. Does nothing if the export has ended.
    public void cancel() {
        cancelled = true;
        WorkerPool pool = workers;
        if (pool != null) {
            pool.cancel();
        }
    }

    /// Waits for the end. When this returns the finished, verified file is at its destination; when
    /// it throws, the destination is as it was before.
    ///
    /// @throws FailureException if the export fails or is cancelled
    /// @throws InterruptedException if the waiting thread is interrupted: the export goes on
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
