package com.autoclipr.export;

import com.autoclipr.composition.json.Problem;
import com.autoclipr.export.job.ExportId;
import com.autoclipr.export.job.ExportOrder;
import com.autoclipr.export.journal.ExportHistory;
import com.autoclipr.export.output.Destination;
import com.autoclipr.export.prepare.FileDigest;
import com.autoclipr.export.prepare.SourceSurvey;
import com.autoclipr.export.workers.WorkerPool;
import com.autoclipr.export.workers.WorkerSlots;
import com.autoclipr.failure.Decision;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.media.MediaFacts;
import com.autoclipr.time.Rational;
import com.autoclipr.worker.supervisor.WorkerBudget;
import com.autoclipr.worker.supervisor.WorkerSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs exports, several at once, and related work: frames, probing. Only worker processes touch
/// media, and their total number is limited by one budget ([WorkerSlots]).
///
/// Thread-safe. Closing it cancels everything that is running and waits for its end.
public final class ExportController implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ExportController.class);

    private final Engine engine;
    private final WorkerSlots slots;
    private final Set<ExportHandle> exports = new HashSet<>();
    private final Set<PreviewSession> previews = new HashSet<>();
    private final Set<WorkerPool> others = new HashSet<>();
    private boolean ending;

    /// As many workers as fit into memory.
    public ExportController(Engine engine) {
        this(engine, ExportRequest.MOST_WORKERS);
    }

    /// @param mostWorkers maximum number of worker processes, at least 1; fewer if memory is short
    public ExportController(Engine engine, int mostWorkers) {
        this.engine = engine;
        this.slots = new WorkerSlots(mostWorkers, WorkerBudget.usableBytes(engine.machine()));
    }

    /// Starts an export. It waits if all workers are in use.
    ///
    /// @throws FailureException CANCELLED if this controller is ending
    public ExportHandle start(ExportRequest request, ExportListener listener) {
        ExportId id = ExportId.of(Instant.now(), UUID.randomUUID().getLeastSignificantBits());
        ExportHandle handle =
                new ExportHandle(
                        new ExportTask(
                                engine,
                                slots.lease(WorkerSlots.Rank.FIRST),
                                id,
                                request,
                                listener));
        synchronized (this) {
            requireRunning();
            exports.add(handle);
        }
        try {
            handle.start(() -> forget(exports, handle));
        } catch (Throwable e) {
            forget(exports, handle);
            throw e;
        }
        return handle;
    }

    private void requireRunning() {
        if (ending) {
            throw Failure.of(FailureKind.CANCELLED).asException();
        }
    }

    private synchronized <T> void forget(Set<T> running, T ended) {
        running.remove(ended);
        notifyAll();
    }

    /// Whether the project file has changed since this request. False if it cannot be read, which
    /// the export reports.
    public boolean hasChanged(ExportOrder order) {
        try {
            return !FileDigest.sha256(order.project(), () -> {}).equals(order.projectSha256());
        } catch (FailureException e) {
            LOG.debug("{} cannot be compared: {}", order.project(), e.getMessage());
            return false;
        }
    }

    /// The journals of all exports, also of other processes.
    public ExportHistory history() {
        return engine.history();
    }

    /// Opens a session that draws frames of a project. The caller closes it.
    ///
    /// @throws FailureException CANCELLED if this controller is ending
    public PreviewSession preview(PreviewSession.Options options) {
        return preview(options, engine.workers());
    }

    private PreviewSession preview(PreviewSession.Options options, WorkerSettings workers) {
        AtomicReference<PreviewSession> itself = new AtomicReference<>();
        PreviewSession session =
                new PreviewSession(
                        engine.version(),
                        interactivePool(workers),
                        options,
                        () -> forget(previews, itself.get()));
        itself.set(session);
        synchronized (this) {
            requireRunning();
            previews.add(session);
        }
        return session;
    }

    /// Draws one frame of a project file into a PNG file, as [PreviewSession#draw] does.
    ///
    /// @throws FailureException also DESTINATION_REFUSED
    public ExportOutcome<List<Decision>> drawFrame(
            ExportRequest request, Rational timelineTime, Path png) throws InterruptedException {
        try (PreviewSession session =
                preview(
                        new PreviewSession.Options(request.access(), request.overrides()),
                        engine.workers().forOneJob())) {
            List<Problem> problems = session.open(request.projectFile());
            if (!problems.isEmpty()) {
                return new ExportOutcome.Rejected<>(problems);
            }
            try (Destination destination = Destination.prepare(png, request.overwrite())) {
                Path staged = destination.workFolder().resolve("frame.png");
                PreviewSession.Frame frame = session.draw(timelineTime, staged);
                destination.accept(staged);
                return new ExportOutcome.Done<>(frame.decisions());
            }
        }
    }

    /// Probes a media file.
    ///
    /// @throws FailureException of a media kind
    public MediaFacts probe(Path file) throws InterruptedException {
        return withWorker(pool -> SourceSurvey.probe(pool, 0, file.toAbsolutePath()));
    }

    /// Loads the native libraries in a worker and returns their versions.
    ///
    /// @throws FailureException LIBRARY_MISSING if one cannot be loaded
    public String describeEngine() throws InterruptedException {
        return withWorker(ExportRun::fingerprint);
    }

    private interface WorkerUse<T> {
        T with(WorkerPool pool) throws InterruptedException;
    }

    /// Runs `use` with one worker, which has ended when this returns.
    private <T> T withWorker(WorkerUse<T> use) throws InterruptedException {
        WorkerPool pool = interactivePool(engine.workers().forOneJob());
        synchronized (this) {
            requireRunning();
            others.add(pool);
        }
        try (pool) {
            return use.with(pool);
        } finally {
            forget(others, pool);
        }
    }

    private WorkerPool interactivePool(WorkerSettings workers) {
        return new WorkerPool(
                slots.lease(WorkerSlots.Rank.INTERACTIVE),
                WorkerBudget.of(engine.machine(), 1, workers.memoryBytes()),
                workers);
    }

    /// Cancels everything and accepts no more work: workers are killed at once, and methods that
    /// wait for them throw CANCELLED after cleaning up. Does not wait.
    public void cancelAll() {
        List<ExportHandle> running;
        List<PreviewSession> sessions;
        List<WorkerPool> pools;
        synchronized (this) {
            ending = true;
            running = List.copyOf(exports);
            sessions = List.copyOf(previews);
            pools = List.copyOf(others);
        }
        running.forEach(ExportHandle::cancel);
        sessions.forEach(PreviewSession::cancel);
        pools.forEach(WorkerPool::cancel);
    }

    /// Cancels everything and waits for its end.
    @Override
    public void close() {
        cancelAll();
        List<PreviewSession> open;
        synchronized (this) {
            open = List.copyOf(previews);
        }
        open.forEach(PreviewSession::close);
        boolean interrupted = false;
        synchronized (this) {
            while (!exports.isEmpty() || !others.isEmpty()) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
