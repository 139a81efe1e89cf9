package com.autoclipr.export;

import com.autoclipr.composition.json.Problem;
import com.autoclipr.export.job.ExportEvent;
import com.autoclipr.export.job.ExportJob;
import com.autoclipr.export.job.ExportState;
import com.autoclipr.export.output.Verification;
import com.autoclipr.failure.Failure;
import java.util.List;
import java.util.Map;

/// The report of an export that ended without a file: what was decided, done and measured until
/// then, and why it ended. Written with `--report` instead of an [ExportReport], whose version and
/// names it shares.
///
/// @param version of the report format
/// @param export id of the export
/// @param engine versions of the program and its libraries; the latter only if a worker reported
///   them
/// @param project path of the project file
/// @param destination the file that would have been written
/// @param failure why it ended
/// @param problems of the project, if it is not valid
/// @param ended `FAILED` or `CANCELLED`
/// @param stage in which it ended
/// @param progress until then
/// @param verification checks that were made
/// @param decisions everything that was adapted
/// @param stageMs milliseconds by stage, in order
/// @param used work done and resources used
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
    /// @param work chunks and their cost
    /// @param workers resource usage of each worker; empty if none was started
    /// @param controller resource usage of the controlling process
    /// @param frameRing the fullest ring of a worker, and waiting summed over the workers
    /// @param layerCache summed over the workers, but for its peak
    public record Used(
            ExportReport.Work work,
            List<ExportEvent.WorkerUse> workers,
            ExportReport.ControllerUse controller,
            ExportReport.FrameRingUse frameRing,
            ExportReport.LayerCacheUse layerCache) {}
}
