package com.autoclipr.export;

import com.autoclipr.composition.Project;
import com.autoclipr.composition.json.Problem;
import com.autoclipr.export.chunks.ChunkOrder;
import com.autoclipr.export.chunks.LocalChunks;
import com.autoclipr.export.prepare.FileAccess;
import com.autoclipr.export.prepare.KnownSources;
import com.autoclipr.export.prepare.ProjectFiles;
import com.autoclipr.export.prepare.SourceSurvey;
import com.autoclipr.export.prepare.UnchangedSources;
import com.autoclipr.export.workers.WorkerPool;
import com.autoclipr.failure.Decision;
import com.autoclipr.failure.FailureException;
import com.autoclipr.media.Sources;
import com.autoclipr.plan.ExportPlan;
import com.autoclipr.plan.ExportPlanner;
import com.autoclipr.time.Rational;
import com.autoclipr.worker.protocol.Job;
import com.autoclipr.worker.protocol.JobResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Draws single frames of a project that is being edited, as exported. Keeps a worker with the
/// project open and the facts of its sources, so that the next frame only has to be drawn, and the
/// first one after an edit does not probe unchanged sources again.
///
/// Owns the worker. A waiting export may end it and take its slot while nothing is drawn, and the
/// next frame starts a new one. Thread-safe; calls are serialised.
public final class PreviewSession implements AutoCloseable {
    /// How long an idle worker is kept while an export waits for it.
    private static final Duration LINGER = Duration.ofSeconds(2);

    private final String engineVersion;
    private final WorkerPool pool;
    private final Options options;
    private final Runnable whenClosed;
    private final KnownSources known = new KnownSources();
    private ProjectFiles.Loaded.@Nullable Valid files;
    private @Nullable Planned planned;

    /// Options of a session.
    ///
    /// @param access which files projects may read
    /// @param overrides output settings that replace the project's
    public record Options(FileAccess access, ExportRequest.Overrides overrides) {}

    /// @param unchanged checks whether the plan is still valid
    private record Planned(ExportPlan plan, UnchangedSources unchanged) {}

    /// A drawn frame.
    ///
    /// @param time its time on the timeline
    /// @param decisions about the frame and the sources that it shows
    public record Frame(Rational time, List<Decision> decisions) {
        public Frame {
            decisions = List.copyOf(decisions);
        }
    }

    /// @param pool one worker, owned from here on
    /// @param whenClosed called once it is closed
    PreviewSession(String engineVersion, WorkerPool pool, Options options, Runnable whenClosed) {
        this.engineVersion = engineVersion;
        this.pool = pool;
        this.options = options;
        this.whenClosed = whenClosed;
    }

    /// Opens the project in a file.
    ///
    /// @return its problems; if there are any, the previous project stays open
    /// @throws com.autoclipr.failure.FailureException FILE_MISSING if the file cannot be read
    public List<Problem> open(Path projectFile) {
        return show(ProjectFiles.load(projectFile, options.access()));
    }

    /// Opens another project, or the same after an edit.
    ///
    /// @param folder base folder of relative file names
    /// @return its problems; if there are any, the previous project stays open
    public List<Problem> change(Project project, Path folder) {
        return show(ProjectFiles.of(project, folder.toAbsolutePath(), options.access()));
    }

    private synchronized List<Problem> show(ProjectFiles.Loaded loaded) {
        return switch (loaded) {
            case ProjectFiles.Loaded.Invalid invalid -> invalid.problems();
            case ProjectFiles.Loaded.Valid valid -> {
                files = valid;
                planned = null;
                yield List.of();
            }
        };
    }

    /// Draws the frame that the export shows at `timelineTime`: the last one on the frame grid of
    /// the cut at or before it. Changed sources are probed again.
    ///
    /// @param png file to write; its folder must exist
    /// @throws com.autoclipr.failure.FailureException of a media kind; CANCELLED once the
    ///   controller is ending or this is closed
    /// @throws IllegalStateException if no project is open
    public synchronized Frame draw(Rational timelineTime, Path png) throws InterruptedException {
        try {
            return drawn(plan(), timelineTime, png);
        } finally {
            pool.rest(LINGER);
        }
    }

    private Frame drawn(ExportPlan plan, Rational timelineTime, Path png)
            throws InterruptedException {
        LayerIds layers = LayerIds.of(plan.project());
        try {
            Rational sinceStart = timelineTime.minus(plan.project().cut().start());
            long frame = sinceStart.times(plan.frameRate().framesPerSecond()).floor();
            Rational shown = plan.timelineTimeOf(frame);
            JobResult.Drawn drawn =
                    pool.callOpened(0, new Job.DrawFrame(shown, png), JobResult.Drawn.class);
            Set<Decision> decisions = new LinkedHashSet<>(plan.decisionsAt(shown));
            decisions.addAll(drawn.decisions());
            return new Frame(shown, decisions.stream().map(layers::in).toList());
        } catch (FailureException e) {
            throw new FailureException(layers.in(e.failure()), e);
        }
    }

    private ExportPlan plan() throws InterruptedException {
        Planned before = planned;
        if (before != null && before.unchanged().hold()) {
            return before.plan();
        }
        ProjectFiles.Loaded.Valid shown =
                Optional.ofNullable(files)
                        .orElseThrow(() -> new IllegalStateException("no project is open"));
        Project project = ExportRun.overridden(shown.project(), options.overrides());
        Map<String, Path> all = new LinkedHashMap<>(shown.media());
        all.putAll(shown.fonts());
        UnchangedSources unchanged = new UnchangedSources(all);
        Sources sources = new SourceSurvey(project, shown, known).survey(pool);
        ExportPlan plan = new ExportPlanner(engineVersion).plan(project, sources);
        new LocalChunks(pool, plan.sources()).open(ChunkOrder.toOpen(plan));
        planned = new Planned(plan, unchanged);
        return plan;
    }

    /// Stops drawing, now and later.
    void cancel() {
        pool.cancel();
    }

    /// Ends the worker, even while a frame is drawn.
    @Override
    public void close() {
        pool.cancel();
        synchronized (this) {
            pool.close();
        }
        whenClosed.run();
    }
}
