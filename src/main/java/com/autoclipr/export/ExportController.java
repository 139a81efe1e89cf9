package com.autoclipr.export;

import com.autoclipr.composition.Project;
import com.autoclipr.failure.FailureException;
import com.autoclipr.media.Decision;
import com.autoclipr.media.MediaFacts;
import com.autoclipr.media.Sources;
import com.autoclipr.plan.ExportPlan;
import com.autoclipr.plan.ExportPlanner;
import com.autoclipr.time.Rational;
import com.autoclipr.worker.Job;
import com.autoclipr.worker.JobResult;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Runs one export after another, and what belongs to it: frames, probes. Everything that touches
/// media is done by worker processes, which end before a method here returns.
///
/// One thread calls; [#cancel()] may come from any.
public final class ExportController {
    private final Engine engine;
    private final AtomicReference<@Nullable WorkerPool> running = new AtomicReference<>();
    private volatile boolean cancelled;

    public ExportController(Engine engine) {
        this.engine = engine;
    }

    /// Exports. When this returns the finished, verified file is at its destination; when it
    /// throws, the destination is as it was before.
    ///
    /// @param listener called from several threads, one at a time
    /// @throws FailureException if the export fails or is cancelled
    public ExportOutcome<ExportReport> export(ExportRequest request, Consumer<ExportEvent> listener)
            throws InterruptedException {
        return switch (ProjectFiles.load(request.projectFile(), request.access())) {
            case ProjectFiles.Loaded.Invalid invalid ->
                    new ExportOutcome.Rejected<>(invalid.problems());
            case ProjectFiles.Loaded.Valid valid ->
                    new ExportOutcome.Done<>(
                            new ExportRun(engine, request, valid, new OneAtATime(listener))
                                    .run(this::register));
        };
    }

    /// Draws the frame that the export shows at `timelineTime`: the one whose time on the frame
    /// grid of the cut is the last not later.
    ///
    /// @return what was adapted
    public ExportOutcome<List<Decision>> drawFrame(
            ExportRequest request, Rational timelineTime, Path png) throws InterruptedException {
        return switch (ProjectFiles.load(request.projectFile(), request.access())) {
            case ProjectFiles.Loaded.Invalid invalid ->
                    new ExportOutcome.Rejected<>(invalid.problems());
            case ProjectFiles.Loaded.Valid valid -> {
                try (WorkerPool pool = pool(1);
                        Destination destination = Destination.prepare(png, request.overwrite())) {
                    yield new ExportOutcome.Done<>(
                            draw(pool, request, valid, timelineTime, destination));
                }
            }
        };
    }

    private List<Decision> draw(
            WorkerPool pool,
            ExportRequest request,
            ProjectFiles.Loaded.Valid valid,
            Rational timelineTime,
            Destination destination)
            throws InterruptedException {
        Project project = ExportRun.overridden(valid.project(), request.overrides());
        Sources sources = new SourceSurvey(project, valid).survey(pool);
        ExportPlan plan = new ExportPlanner(engine.version()).plan(project, sources);
        Rational sinceStart = timelineTime.minus(project.cut().start());
        long frame = sinceStart.times(plan.frameRate().framesPerSecond()).floor();
        Path staged = destination.workFolder().resolve("frame.png");
        pool.use(ExportRun.opening(plan));
        JobResult.Drawn drawn =
                pool.callOpened(
                        0,
                        new Job.DrawFrame(plan.timelineTimeOf(frame), staged),
                        JobResult.Drawn.class);
        destination.accept(staged);
        return drawn.decisions();
    }

    /// What a media file is.
    ///
    /// @throws FailureException of a media kind
    public MediaFacts probe(Path file) throws InterruptedException {
        try (WorkerPool pool = pool(1)) {
            return SourceSurvey.probe(pool, 0, file.toAbsolutePath());
        }
    }

    /// Loads the native libraries in a worker and says what they are.
    ///
    /// @throws FailureException LIBRARY_MISSING if one cannot be loaded
    public String describeEngine() throws InterruptedException {
        try (WorkerPool pool = pool(1)) {
            return ExportRun.fingerprint(pool);
        }
    }

    /// Ends whatever is running: its workers are killed at once, and the method that runs throws
    /// CANCELLED as soon as it has cleaned up.
    public void cancel() {
        cancelled = true;
        WorkerPool pool = running.get();
        if (pool != null) {
            pool.cancel();
        }
    }

    private WorkerPool pool(int workers) {
        WorkerPool pool = new WorkerPool(ExportRun.budget(engine, workers), engine.workers());
        register(pool);
        return pool;
    }

    private void register(WorkerPool pool) {
        running.set(pool);
        if (cancelled) {
            pool.cancel();
        }
    }

    /// Events come from the threads of all workers.
    private static final class OneAtATime implements Consumer<ExportEvent> {
        private final Consumer<ExportEvent> listener;

        OneAtATime(Consumer<ExportEvent> listener) {
            this.listener = listener;
        }

        @Override
        public synchronized void accept(ExportEvent event) {
            listener.accept(event);
        }
    }
}
