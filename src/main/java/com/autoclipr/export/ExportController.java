package com.autoclipr.export;

import com.autoclipr.composition.Project;
import com.autoclipr.composition.json.Problem;
import com.autoclipr.export.job.ExportEvent;
import com.autoclipr.export.job.ExportId;
import com.autoclipr.export.job.ExportOrder;
import com.autoclipr.export.job.ExportState;
import com.autoclipr.export.job.ProcessOwner;
import com.autoclipr.export.job.StampedEvent;
import com.autoclipr.export.journal.ExportHistory;
import com.autoclipr.export.journal.ExportJournal;
import com.autoclipr.export.output.Destination;
import com.autoclipr.export.prepare.FileDigest;
import com.autoclipr.export.prepare.ProjectFiles;
import com.autoclipr.export.prepare.SourceSurvey;
import com.autoclipr.export.workers.WorkerPool;
import com.autoclipr.failure.Decision;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.files.UnexpectedErrors;
import com.autoclipr.media.MediaFacts;
import com.autoclipr.media.Sources;
import com.autoclipr.plan.ExportPlan;
import com.autoclipr.plan.ExportPlanner;
import com.autoclipr.time.Rational;
import com.autoclipr.worker.LogContext;
import com.autoclipr.worker.protocol.Job;
import com.autoclipr.worker.protocol.JobResult;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// Runs one export after another, and what belongs to it: frames, probes. Everything that touches
/// media is done by worker processes, which end before a method here returns.
///
/// One thread calls; [#cancel()] may come from any.
public final class ExportController {
    private static final Logger LOG = LoggerFactory.getLogger(ExportController.class);

    private final Engine engine;
    private final AtomicReference<@Nullable WorkerPool> running = new AtomicReference<>();
    private volatile boolean cancelled;

    public ExportController(Engine engine) {
        this.engine = engine;
    }

    /// Exports. When this returns the finished, verified file is at its destination; when it
    /// throws, the destination is as it was before.
    ///
    /// @param listener called from several threads, one at a time; receives every event up to and
    ///   including the final state
    /// @throws FailureException if the export fails or is cancelled
    public ExportOutcome<ExportReport> export(
            ExportRequest request, Consumer<StampedEvent> listener) throws InterruptedException {
        return export(request, listener, _ -> {});
    }

    /// The same.
    ///
    /// @param unfinished called last with what is known, if the export makes no file
    public ExportOutcome<ExportReport> export(
            ExportRequest request,
            Consumer<StampedEvent> listener,
            Consumer<UnfinishedReport> unfinished)
            throws InterruptedException {
        ExportId id = ExportId.of(Instant.now(), UUID.randomUUID().getLeastSignificantBits());
        try (ExportJournal journal = new ExportJournal(engine.history());
                MDC.MDCCloseable _ = MDC.putCloseable(LogContext.EXPORT, id.text())) {
            JobRecorder job = new JobRecorder(id, List.of(journal, listener, new EventLog()));
            ReportDraft draft = new ReportDraft(engine.version(), request, job);
            Ending ending = new Ending(job, draft, unfinished);
            try {
                return export(request, job, ending);
            } catch (FailureException e) {
                ending.as(e.failure(), List.of());
                throw e;
            } catch (InterruptedException e) {
                ending.as(Failure.of(FailureKind.CANCELLED), List.of());
                throw e;
            } catch (Throwable e) {
                // No memory left, or a recursion too deep, is reported like any other failure.
                FailureException known = UnexpectedErrors.asFailure(e);
                ending.as(known.failure(), List.of());
                throw known;
            }
        }
    }

    private ExportOutcome<ExportReport> export(
            ExportRequest request, JobRecorder job, Ending ending) throws InterruptedException {
        return switch (ProjectFiles.load(request.projectFile(), request.access())) {
            case ProjectFiles.Loaded.Invalid invalid -> {
                Failure why =
                        Failure.of(
                                FailureKind.PROJECT_INVALID,
                                "file",
                                request.projectFile().toString());
                ending.as(why, invalid.problems());
                yield new ExportOutcome.Rejected<>(invalid.problems());
            }
            case ProjectFiles.Loaded.Valid valid -> {
                job.accept(
                        new ExportEvent.Requested(
                                request.order(FileDigest.sha256(request.projectFile(), () -> {})),
                                engine.version(),
                                ProcessOwner.current(),
                                request.resumes()));
                yield new ExportOutcome.Done<>(
                        new ExportRun(engine, request, valid, job, ending.draft())
                                .run(this::register));
            }
        };
    }

    /// How an export ends without a file.
    private record Ending(
            JobRecorder job, ReportDraft draft, Consumer<UnfinishedReport> unfinished) {
        void as(Failure why, List<Problem> problems) {
            ExportState stage = job.job().state();
            if (stage.isFinal()) {
                return; // the file is in its place; what failed came after
            }
            job.accept(new ExportEvent.Failed(why, problems));
            job.become(
                    why.kind() == FailureKind.CANCELLED
                            ? ExportState.CANCELLED
                            : ExportState.FAILED);
            unfinished.accept(draft.unfinished(why, problems, stage));
        }
    }

    /// Whether the project file is another one than when this was ordered. One that cannot be read
    /// is not: the export says why.
    public boolean hasChanged(ExportOrder order) {
        try {
            return !FileDigest.sha256(order.project(), () -> {}).equals(order.projectSha256());
        } catch (FailureException e) {
            LOG.debug("{} cannot be compared: {}", order.project(), e.getMessage());
            return false;
        }
    }

    /// Journals of the exports that were run here, by this process or another.
    public ExportHistory history() {
        return engine.history();
    }

    /// Draws the frame that the export shows at `timelineTime`: the one whose time on the frame
    /// grid of the cut is the last not later.
    ///
    /// @return what was adapted in it and in the sources that it shows
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
        Rational shown = plan.timelineTimeOf(frame);
        Path staged = destination.workFolder().resolve("frame.png");
        pool.use(ExportRun.opening(plan, ""));
        JobResult.Drawn drawn =
                pool.callOpened(0, new Job.DrawFrame(shown, staged), JobResult.Drawn.class);
        destination.accept(staged);
        Set<Decision> decisions = new LinkedHashSet<>(plan.decisionsAt(shown));
        decisions.addAll(drawn.decisions());
        return List.copyOf(decisions);
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
}
