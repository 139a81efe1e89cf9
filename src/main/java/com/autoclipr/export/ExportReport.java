package com.autoclipr.export;

import com.autoclipr.media.Decision;
import com.autoclipr.media.DecisionKind;
import java.util.List;
import java.util.Map;

/// What an export did, and the proof that its file is right. Written as JSON with `--report`.
///
/// @param version of this report's form
/// @param engine what made the file
/// @param project path of the project file
/// @param output the finished file
/// @param verification what was checked on the finished file, read back whole
/// @param decisions everything that was adapted
/// @param stageMs milliseconds by stage, in order
/// @param work chunks and what they took
/// @param workers what each worker used
/// @param controller what the controlling process used
/// @param frameRing of the worker that used it most
/// @param layerCache summed over the workers
public record ExportReport(
        int version,
        String engine,
        String project,
        OutputFile output,
        List<Verification.Check> verification,
        List<Decided> decisions,
        Map<String, Long> stageMs,
        Work work,
        List<WorkerUse> workers,
        ControllerUse controller,
        FrameRingUse frameRing,
        LayerCacheUse layerCache) {
    static final int VERSION = 1;

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

    /// A decision in the report's words: its kind's token and its facts.
    public record Decided(String kind, Map<String, String> facts) {
        static Decided of(Decision decision) {
            return new Decided(decision.kind().token(), decision.facts());
        }

        public Decision decision() {
            return new Decision(DecisionKind.ofToken(kind), facts);
        }
    }

    /// @param drawMs milliseconds of drawing and decoding, summed over the workers
    /// @param encodeMs milliseconds of encoding pictures, summed over the workers
    /// @param soundMs milliseconds of mixing and encoding sound
    public record Work(
            int chunksEncoded,
            int chunksReused,
            long framesEncoded,
            long drawMs,
            long encodeMs,
            long soundMs) {}

    /// @param worker number
    /// @param cpuMs processor time of its processes
    /// @param peakMemoryBytes most resident memory of one of its processes
    /// @param restarts how often it had to be started anew
    public record WorkerUse(int worker, long cpuMs, long peakMemoryBytes, int restarts) {}

    public record ControllerUse(long cpuMs, long peakMemoryBytes) {}

    public record FrameRingUse(int slots, int peak) {}

    public record LayerCacheUse(long hits, long misses, long evictions, long peakBytes) {}
}
