package com.autoclipr.export;

import com.autoclipr.composition.json.Problem;
import com.autoclipr.export.job.ExportEvent;
import com.autoclipr.export.job.ExportJob;
import com.autoclipr.export.job.ExportState;
import com.autoclipr.export.output.Verification;
import com.autoclipr.failure.Failure;
import java.util.List;
import java.util.Map;

/// What is known of an export that ended without a file: what was decided, done and measured until
/// then, and why it ended. Written with `--report` in place of an [ExportReport], whose version and
/// names it shares.
///
/// @param version of the report's form
/// @param export id of the export
/// @param engine what was to make the file; without the libraries if no worker reported them
/// @param project path of the project file
/// @param destination the file that was to be written
/// @param failure why there is none
/// @param problems everything that is wrong with the project, if that is why
/// @param ended `FAILED` or `CANCELLED`
/// @param stage where it stood when it ended
/// @param progress how far it was
/// @param verification what was checked on the file, if it came to that
/// @param decisions everything that was adapted
/// @param stageMs milliseconds by stage, in order
/// @param used what was done, and what it took
public record UnfinishedReport(
        int version,
        String export,
        String engine,
        String project,
        String destination,
        Failure failure,
        List<Problem> problems,
        ExportState ended,
        ExportState stage,
        ExportJob.Progress progress,
        List<Verification.Check> verification,
        List<ExportReport.Decided> decisions,
        Map<String, Long> stageMs,
        Used used) {
    /// @param work chunks and what they took
    /// @param workers what each worker used; none if none was started
    /// @param controller what the controlling process used
    /// @param frameRing of the worker that used it most
    /// @param layerCache summed over the workers
    public record Used(
            ExportReport.Work work,
            List<ExportEvent.WorkerUse> workers,
            ExportReport.ControllerUse controller,
            ExportReport.FrameRingUse frameRing,
            ExportReport.LayerCacheUse layerCache) {}
}
