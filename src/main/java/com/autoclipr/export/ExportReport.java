package com.autoclipr.export;

import com.autoclipr.export.job.Bottleneck;
import com.autoclipr.export.job.ExportEvent;
import com.autoclipr.export.output.Verification;
import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// The report of an export: what was done, and the verification of its file. Written as JSON with
/// `--report`.
///
/// @param version of the report format; changes when a name or its meaning changes
/// @param export id of the export
/// @param status [#SUCCEEDED]; an [UnfinishedReport] has another
/// @param engine versions of the program and its libraries
/// @param project path of the project file
/// @param output the finished file
/// @param verification checks of the finished file, read back in full
/// @param decisions everything that was adapted
/// @param stageMs milliseconds by stage, in order
/// @param bottleneck where most of the time was spent
/// @param work chunks and their cost
/// @param workers resource usage of each worker
/// @param controller resource usage of the controlling process
/// @param frameRing the fullest ring of a worker, and waiting summed over the workers
/// @param layerCache summed over the workers, but for its peak
public record ExportReport(
        int version,
        String export,
        String status,
        String engine,
        String project,
        OutputFile output,
        List<Verification.Check> verification,
        List<Decided> decisions,
        Map<String, Long> stageMs,
        Slowest bottleneck,
        Work work,
        List<ExportEvent.WorkerUse> workers,
        ControllerUse controller,
        FrameRingUse frameRing,
        LayerCacheUse layerCache) {
    static final int VERSION = 2;

    static final String SUCCEEDED = "succeeded";

    /// @param path where it is
    /// @param sha256 of its bytes
    /// @param bytes its size
    /// @param durationSeconds as a decimal with six digits
    public record OutputFile(
            String path,
            String sha256,
            long bytes,
            int width,
            int height,
            String fps,
            long frames,
            String durationSeconds) {}

    /// A decision as written in the report.
    public record Decided(String kind, SequencedMap<Fact, String> facts) {
        static Decided of(Decision decision) {
            return new Decided(decision.kind().token(), decision.facts());
        }

        public Decision decision() {
            return new Decision(DecisionKind.ofToken(kind), facts);
        }
    }

    /// A bottleneck as written in the report.
    ///
    /// @param kind token of the kind of work
    /// @param sharePercent its share of the elapsed time
    public record Slowest(String kind, int sharePercent) {
        static Slowest of(Bottleneck bottleneck) {
            return new Slowest(bottleneck.kind().token(), bottleneck.sharePercent());
        }
    }

    /// @param decodeMs milliseconds of opening and decoding sources, summed over the workers
    /// @param drawMs milliseconds of drawing, decoding excluded, summed over the workers
    /// @param encodeMs milliseconds of encoding, verifying and writing chunks, summed over the
    ///   workers
    /// @param audioMs milliseconds of mixing and encoding the audio
    public record Work(
            int chunksEncoded,
            int chunksReused,
            long framesEncoded,
            long decodeMs,
            long drawMs,
            long encodeMs,
            long audioMs) {}

    /// Of the whole process since it started: also of everything else that a program does which
    /// runs several exports.
    public record ControllerUse(long cpuMs, long peakMemoryBytes) {}

    /// @param slots size of the largest ring of a worker
    /// @param peak most frames of a ring that were in use at once
    /// @param drawWaitMs milliseconds that drawing waited for encoding, summed over the workers
    /// @param encodeWaitMs milliseconds that encoding waited for drawing, summed over the workers
    public record FrameRingUse(int slots, int peak, long drawWaitMs, long encodeWaitMs) {}

    /// @param peakBytes most bytes in the cache of one worker
    public record LayerCacheUse(long hits, long misses, long evictions, long peakBytes) {}
}
