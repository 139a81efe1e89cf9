package com.autoclipr.export;

import com.autoclipr.composition.json.Problem;
import com.autoclipr.export.job.ExportEvent;
import com.autoclipr.export.job.ExportId;
import com.autoclipr.export.job.ExportJob;
import com.autoclipr.export.job.ExportState;
import com.autoclipr.export.job.ProcessOwner;
import com.autoclipr.export.journal.ExportJournal;
import com.autoclipr.export.prepare.FileDigest;
import com.autoclipr.export.prepare.ProjectFiles;
import com.autoclipr.export.workers.WorkerPool;
import com.autoclipr.export.workers.WorkerSlots;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.files.UnexpectedErrors;
import com.autoclipr.worker.LogContext;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.MDC;

/// One export from request to end: its journal, events and report. Runs in a dedicated thread,
/// under an [ExportHandle].
final class ExportTask {
    private final Engine engine;
    private final WorkerSlots.Lease slots;
    private final ExportRequest request;
    private final ExportListener listener;
    private final ExportJournal journal;
    private final JobRecorder recorder;
    private final ReportDraft draft;

    /// @param slots of the export
    ExportTask(
            Engine engine,
            WorkerSlots.Lease slots,
            ExportId id,
            ExportRequest request,
            ExportListener listener) {
        this.engine = engine;
        this.slots = slots;
        this.request = request;
        this.listener = listener;
        this.journal = new ExportJournal(engine.history());
        this.recorder = new JobRecorder(id, List.of(journal, listener, new EventLog()));
        this.draft = new ReportDraft(engine.version(), request, recorder);
    }

    /// The current status.
    ExportJob job() {
        return recorder.job();
    }

    /// Runs to the end; once.
    ///
    /// @param register receives the workers, so that they can be cancelled
    /// @throws FailureException if the export fails or is cancelled
    ExportOutcome<ExportReport> run(Consumer<WorkerPool> register) throws InterruptedException {
        try (journal;
                MDC.MDCCloseable _ = MDC.putCloseable(LogContext.EXPORT, job().id().text())) {
            try {
                return load(register);
            } catch (FailureException e) {
                endAs(e.failure(), List.of());
                throw new FailureException(recorder.named(e.failure()), e);
            } catch (InterruptedException e) {
                endAs(Failure.of(FailureKind.CANCELLED), List.of());
                throw e;
            } catch (Throwable e) {
                // Out of memory and stack overflow are reported like any other failure.
                FailureException known = UnexpectedErrors.asFailure(e);
                endAs(known.failure(), List.of());
                throw known;
            }
        }
    }

    private ExportOutcome<ExportReport> load(Consumer<WorkerPool> register)
            throws InterruptedException {
        return switch (ProjectFiles.load(request.projectFile(), request.access())) {
            case ProjectFiles.Loaded.Invalid invalid -> {
                Failure why =
                        Failure.of(FailureKind.PROJECT_INVALID)
                                .with(Fact.FILE, request.projectFile().toString());
                endAs(why, invalid.problems());
                yield new ExportOutcome.Rejected<>(invalid.problems());
            }
            case ProjectFiles.Loaded.Valid valid -> {
                recorder.accept(
                        new ExportEvent.Requested(
                                request.order(FileDigest.sha256(request.projectFile(), () -> {})),
                                engine.version(),
                                ProcessOwner.current(),
                                request.resumes()));
                yield new ExportOutcome.Done<>(
                        new ExportRun(engine, request, valid, recorder, draft)
                                .run(slots, register));
            }
        };
    }

    /// Ends the export without a file.
    private void endAs(Failure why, List<Problem> problems) {
        ExportState stage = job().state();
        if (stage.isFinal()) {
            return; // the file is in its place; what failed came after
        }
        recorder.accept(new ExportEvent.Failed(why, problems));
        recorder.become(
                why.kind() == FailureKind.CANCELLED ? ExportState.CANCELLED : ExportState.FAILED);
        listener.unfinished(draft.unfinished(recorder.named(why), problems, stage));
    }
}
