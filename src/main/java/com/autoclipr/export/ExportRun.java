package com.autoclipr.export;

import com.autoclipr.composition.Project;
import com.autoclipr.export.chunks.LocalChunks;
import com.autoclipr.export.job.ExportEvent;
import com.autoclipr.export.job.ExportState;
import com.autoclipr.export.output.Destination;
import com.autoclipr.export.output.FreeSpace;
import com.autoclipr.export.output.Verification;
import com.autoclipr.export.prepare.FileDigest;
import com.autoclipr.export.prepare.ProjectFiles;
import com.autoclipr.export.prepare.SourceSurvey;
import com.autoclipr.export.prepare.UnchangedSources;
import com.autoclipr.export.store.ChunkLease;
import com.autoclipr.export.store.ChunkStore;
import com.autoclipr.export.store.FolderChunkStore;
import com.autoclipr.export.workers.WorkerPool;
import com.autoclipr.export.workers.WorkerSlots;
import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.files.SystemFiles;
import com.autoclipr.media.FileFacts;
import com.autoclipr.media.Sources;
import com.autoclipr.plan.ExportPlan;
import com.autoclipr.plan.ExportPlanner;
import com.autoclipr.worker.protocol.Job;
import com.autoclipr.worker.protocol.JobResult;
import com.autoclipr.worker.protocol.ProcessUsage;
import com.autoclipr.worker.supervisor.WorkerBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// One export, from a valid project to the verified file in place, as described in ARCHITECTURE.md.
final class ExportRun {
    private final Engine engine;
    private final ExportRequest request;
    private final ProjectFiles.Loaded.Valid files;
    private final JobRecorder recorder;
    private final ReportDraft draft;

    /// @param draft collects the content of the report
    ExportRun(
            Engine engine,
            ExportRequest request,
            ProjectFiles.Loaded.Valid files,
            JobRecorder recorder,
            ReportDraft draft) {
        this.engine = engine;
        this.request = request;
        this.files = files;
        this.recorder = recorder;
        this.draft = draft;
    }

    /// First waits for a worker if all are in use.
    ///
    /// @param slots of the export
    /// @param register receives the workers, so that they can be cancelled
    ExportReport run(WorkerSlots.Lease slots, Consumer<WorkerPool> register)
            throws InterruptedException {
        requireOtherFile();
        int asked = Math.min(request.workers(), slots.most());
        WorkerBudget budget =
                WorkerBudget.of(engine.machine(), asked, engine.workers().memoryBytes());
        try (Destination destination =
                        Destination.prepare(request.destination(), request.overwrite());
                WorkerPool pool = new WorkerPool(slots, budget, engine.workers())) {
            register.accept(pool);
            try {
                pool.awaitSlot();
                recorder.become(ExportState.PREPARING);
                pool.start();
                if (pool.size() < asked) {
                    decide(List.of(fewerWorkers(asked, pool.size())));
                }
                return run(pool, destination);
            } finally {
                if (!recorder.job().state().isFinal()) {
                    tellUse(pool);
                }
            }
        }
    }

    private void tellUse(WorkerPool pool) {
        ProcessUsage own = ProcessUsage.current();
        List<ExportEvent.WorkerUse> workers = pool.usage();
        draft.workers(workers);
        recorder.accept(new ExportEvent.Used(workers, own.cpuMs(), own.peakMemoryBytes()));
    }

    /// An export never overwrites its sources.
    private void requireOtherFile() {
        Path file = request.destination().toAbsolutePath().normalize();
        List<Path> own = new ArrayList<>(files.media().values());
        own.addAll(files.fonts().values());
        own.add(request.projectFile().toAbsolutePath().normalize());
        for (Path source : own) {
            if (isSame(file, source)) {
                throw Failure.of(FailureKind.DESTINATION_REFUSED)
                        .with(Fact.FILE, file.toString())
                        .with(Fact.REASON, "is-source")
                        .asException();
            }
        }
    }

    private static boolean isSame(Path file, Path other) {
        try {
            return Files.exists(file) && Files.isSameFile(file, other);
        } catch (IOException e) {
            return file.equals(other);
        }
    }

    private ExportReport run(WorkerPool pool, Destination destination) throws InterruptedException {
        Project project = overridden(files.project(), request.overrides());
        recorder.of(project);
        String fingerprint = fingerprint(pool);
        draft.fingerprint(fingerprint);
        Map<String, Path> all = new LinkedHashMap<>(files.media());
        all.putAll(files.fonts());
        UnchangedSources unchanged = new UnchangedSources(all);
        Sources sources = new SourceSurvey(project, files).survey(pool);
        ExportPlan plan =
                new ExportPlanner(engine.version() + "\n" + fingerprint).plan(project, sources);
        decide(plan.decisions());
        try (ChunkLease store = openStore(plan, destination)) {
            recorder.become(ExportState.RENDERING);
            EncodingContext means =
                    new EncodingContext(
                            recorder.job().id().text(),
                            store,
                            space(plan, store, destination),
                            new LocalChunks(pool, plan.sources()),
                            pool,
                            draft.totals());
            new EncodingStage(plan, unchanged, means, recorder).run();

            recorder.become(ExportState.ASSEMBLING);
            Path finished = destination.workFolder().resolve("finished.mp4");
            String packets = assemble(plan, unchanged, means, finished);
            destination.settle(finished, pool::requireRunning);

            decide(pool.aboutTexts());
            recorder.become(ExportState.VERIFYING);
            List<Verification.Check> checks =
                    Verification.of(plan, packets, inspect(plan, pool, finished));
            draft.checks(checks);
            Verification.require(checks);
            String sha256 = FileDigest.sha256(finished, pool::requireRunning);
            long bytes = FileDigest.size(finished);
            pool.requireRunning();
            destination.accept(finished);
            ExportReport.OutputFile output =
                    new ExportReport.OutputFile(
                            destination.file().toString(),
                            sha256,
                            bytes,
                            plan.size().width(),
                            plan.size().height(),
                            plan.frameRate().toString(),
                            plan.frameCount(),
                            plan.duration().toDecimal(6));
            // The file is in place: later errors do not fail the export.
            draft.workers(pool.usage());
            ExportReport report = draft.finished(output);
            tellUse(pool);
            recorder.become(ExportState.SUCCEEDED);
            return report;
        }
    }

    /// @return the digest of the muxed packets
    private String assemble(
            ExportPlan plan, UnchangedSources unchanged, EncodingContext means, Path finished)
            throws InterruptedException {
        return new Assembly(
                        plan,
                        means.store(),
                        files -> means.pool().callOpened(0, files, JobResult.Assembled.class),
                        () -> makeAgain(plan, unchanged, means),
                        means.space()::makeRoomForOutput)
                .into(finished);
    }

    static Project overridden(Project project, ExportRequest.Overrides overrides) {
        return new Project(
                project.canvas(),
                project.overlay(),
                project.cut(),
                project.layers(),
                project.fonts(),
                overrides.apply(project.output()));
    }

    static String fingerprint(WorkerPool pool) throws InterruptedException {
        return pool.call(0, new Job.Describe(), JobResult.Described.class).fingerprint();
    }

    private Decision fewerWorkers(int asked, int workers) {
        return Decision.of(DecisionKind.WORKERS_LIMITED)
                .with(Fact.REQUESTED, Integer.toString(asked))
                .with(Fact.WORKERS, Integer.toString(workers))
                .with(Fact.MEMORY, Long.toString(engine.machine().memoryBytes()));
    }

    private ChunkLease openStore(ExportPlan plan, Destination destination) {
        Set<String> keys = new HashSet<>();
        plan.chunks().forEach(chunk -> keys.add(chunk.key()));
        keys.add(plan.audioKey());
        ChunkStore store =
                request.useStore()
                        ? engine.store()
                        : new FolderChunkStore(
                                destination.workFolder().resolve("chunks"),
                                Long.MAX_VALUE,
                                new SystemFiles());
        return store.lease(keys, destination.workFolder());
    }

    private FreeSpace space(ExportPlan plan, ChunkLease store, Destination destination) {
        FreeSpace space = FreeSpace.of(store, destination.workFolder());
        space.before(FreeSpace.estimatedBytes(plan)).ifPresent(low -> decide(List.of(low)));
        return space;
    }

    /// Chunks found corrupt or missing when needed; the others were reported before.
    private void makeAgain(ExportPlan plan, UnchangedSources unchanged, EncodingContext means)
            throws InterruptedException {
        Consumer<ExportEvent> told =
                event -> {
                    switch (event) {
                        case ExportEvent.Retried _, ExportEvent.Decided _ -> recorder.accept(event);
                        case ExportEvent.Requested _,
                                ExportEvent.Planned _,
                                ExportEvent.StateChanged _,
                                ExportEvent.FramesDone _,
                                ExportEvent.ChunkDone _,
                                ExportEvent.AudioDone _,
                                ExportEvent.Used _,
                                ExportEvent.Finished _,
                                ExportEvent.Failed _ -> {}
                    }
                };
        new EncodingStage(plan, unchanged, means, told).run();
    }

    private void decide(List<Decision> met) {
        met.forEach(decision -> recorder.accept(new ExportEvent.Decided(decision)));
    }

    private static FileFacts inspect(ExportPlan plan, WorkerPool pool, Path finished)
            throws InterruptedException {
        Job.Inspect inspect = new Job.Inspect(finished, plan.frameRate());
        return pool.call(0, inspect, JobResult.Inspected.class).facts();
    }
}
