package com.autoclipr.export;

import com.autoclipr.composition.json.Problem;
import com.autoclipr.export.job.Bottleneck;
import com.autoclipr.export.job.ExportEvent;
import com.autoclipr.export.job.ExportState;
import com.autoclipr.export.output.Verification;
import com.autoclipr.failure.Failure;
import com.autoclipr.worker.protocol.ProcessUsage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What becomes known for the report while an export runs, so that there is one however it ends.
/// One thread writes; the totals are safe for several.
final class ReportDraft {
    private final String engineVersion;
    private final ExportRequest request;
    private final JobRecorder recorder;
    private final WorkTotals totals = new WorkTotals();
    private String fingerprint = "";
    private List<Verification.Check> checks = List.of();
    private List<ExportEvent.WorkerUse> workers = List.of();

    /// @param engineVersion of this program
    ReportDraft(String engineVersion, ExportRequest request, JobRecorder recorder) {
        this.engineVersion = engineVersion;
        this.request = request;
        this.recorder = recorder;
    }

    /// Of the libraries, as a worker reports it.
    void fingerprint(String text) {
        fingerprint = text;
    }

    /// What chunks took, added up as they are made.
    WorkTotals totals() {
        return totals;
    }

    void checks(List<Verification.Check> made) {
        checks = List.copyOf(made);
    }

    /// What the workers have used so far.
    void workers(List<ExportEvent.WorkerUse> uses) {
        workers = List.copyOf(uses);
    }

    /// Records that the file is in its place.
    ExportReport finished(ExportReport.OutputFile output) {
        Map<String, Long> stageMs = recorder.stageMs();
        Bottleneck bottleneck =
                new Bottlenecks(stageMs, totals.work(), totals.ring(), Math.max(1, workers.size()))
                        .find();
        recorder.accept(
                new ExportEvent.Finished(
                        Path.of(output.path()), output.sha256(), output.bytes(), bottleneck));
        return new ExportReport(
                ExportReport.VERSION,
                recorder.job().id().text(),
                ExportReport.SUCCEEDED,
                engine(),
                request.projectFile().toString(),
                output,
                checks,
                decisions(),
                stageMs,
                ExportReport.Slowest.of(bottleneck),
                totals.work(),
                workers,
                controller(),
                totals.ring(),
                totals.layerCache());
    }

    /// @param stage in which the export stood when it ended
    UnfinishedReport unfinished(Failure why, List<Problem> problems, ExportState stage) {
        return new UnfinishedReport(
                ExportReport.VERSION,
                recorder.job().id().text(),
                engine(),
                request.projectFile().toString(),
                request.destination().toString(),
                why,
                problems,
                recorder.job().state(),
                stage,
                recorder.job().progress(),
                checks,
                decisions(),
                recorder.stageMs(),
                new UnfinishedReport.Used(
                        totals.work(), workers, controller(), totals.ring(), totals.layerCache()));
    }

    private String engine() {
        return fingerprint.isEmpty() ? engineVersion : engineVersion + "; " + fingerprint;
    }

    private List<ExportReport.Decided> decisions() {
        return recorder.decisions().stream().map(ExportReport.Decided::of).toList();
    }

    private static ExportReport.ControllerUse controller() {
        ProcessUsage own = ProcessUsage.current();
        return new ExportReport.ControllerUse(own.cpuMs(), own.peakMemoryBytes());
    }
}
