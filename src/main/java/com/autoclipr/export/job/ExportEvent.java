package com.autoclipr.export.job;

import com.autoclipr.composition.json.Problem;
import com.autoclipr.failure.Decision;
import com.autoclipr.failure.Failure;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What happens during an export: the one vocabulary for the console, JSON lines, the journal,
/// metrics and the log. [EventJson] gives its written form, `docs/operating.md` describes it.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ExportEvent.Requested.class, name = "requested"),
    @JsonSubTypes.Type(value = ExportEvent.StateChanged.class, name = "state"),
    @JsonSubTypes.Type(value = ExportEvent.Planned.class, name = "planned"),
    @JsonSubTypes.Type(value = ExportEvent.FramesDone.class, name = "frames"),
    @JsonSubTypes.Type(value = ExportEvent.ChunkDone.class, name = "chunk"),
    @JsonSubTypes.Type(value = ExportEvent.Retried.class, name = "retry"),
    @JsonSubTypes.Type(value = ExportEvent.AudioDone.class, name = "audio"),
    @JsonSubTypes.Type(value = ExportEvent.Decided.class, name = "decision"),
    @JsonSubTypes.Type(value = ExportEvent.Used.class, name = "resources"),
    @JsonSubTypes.Type(value = ExportEvent.Finished.class, name = "finished"),
    @JsonSubTypes.Type(value = ExportEvent.Failed.class, name = "failure")
})
public sealed interface ExportEvent {
    /// Somebody asked for the export; the first event of all, but of one that is refused because
    /// its project is not valid.
    ///
    /// @param order what was asked for
    /// @param engine what exports
    /// @param process that exports
    /// @param resumes the export that this one goes on with
    record Requested(
            ExportOrder order, String engine, ProcessOwner process, Optional<ExportId> resumes)
            implements ExportEvent {}

    /// The export is in another state.
    record StateChanged(ExportState state) implements ExportEvent {}

    /// The plan is made.
    ///
    /// @param frames of the output
    /// @param chunks of the output
    /// @param chunksStored of them, how many are in the chunk store already
    /// @param width of the output in pixels
    /// @param height of the output in pixels
    /// @param fps frames per second, a whole number or a fraction
    record Planned(long frames, int chunks, int chunksStored, int width, int height, String fps)
            implements ExportEvent {}

    /// @param done frames encoded or found in the store; never decreases but for a chunk that is
    ///   tried again
    /// @param total frames of the output
    record FramesDone(long done, long total) implements ExportEvent {}

    /// A chunk is in the store.
    ///
    /// @param index of the chunk, from 0
    /// @param reused whether it was there before
    /// @param frames in it
    /// @param effort what making it took; empty for one that is reused
    record ChunkDone(int index, boolean reused, long frames, Optional<Effort> effort)
            implements ExportEvent {}

    /// What making a chunk took.
    ///
    /// @param worker that made it
    /// @param bytes of its file
    /// @param decodeMs milliseconds of decoding sources
    /// @param drawMs milliseconds of drawing, decoding excluded
    /// @param encodeMs milliseconds of encoding, proving and writing the chunk
    /// @param drawWaitMs milliseconds that drawing waited for a free place in the frame ring
    /// @param encodeWaitMs milliseconds that encoding waited for a frame
    /// @param cacheHits rasters found in the layer cache
    /// @param cacheMisses rasters drawn
    record Effort(
            int worker,
            long bytes,
            long decodeMs,
            long drawMs,
            long encodeMs,
            long drawWaitMs,
            long encodeWaitMs,
            long cacheHits,
            long cacheMisses) {}

    /// A chunk or the audio track failed and is tried again.
    ///
    /// @param index of the chunk, from 0; empty for the audio track
    /// @param attempt that failed, from 1
    record Retried(Optional<Integer> index, int attempt, @JsonUnwrapped Failure failure)
            implements ExportEvent {}

    /// The audio track is encoded.
    ///
    /// @param reused whether it was in the store before
    /// @param elapsedMs milliseconds of mixing and encoding it; 0 for one that is reused
    record AudioDone(boolean reused, long elapsedMs) implements ExportEvent {}

    /// Something was adapted.
    record Decided(@JsonUnwrapped Decision decision) implements ExportEvent {}

    /// What processes have used so far.
    ///
    /// @param workers each of them
    /// @param controllerCpuMs processor time of the controlling process
    /// @param controllerPeakMemoryBytes its most resident memory
    record Used(List<WorkerUse> workers, long controllerCpuMs, long controllerPeakMemoryBytes)
            implements ExportEvent {
        public Used {
            workers = List.copyOf(workers);
        }
    }

    /// @param worker number
    /// @param cpuMs processor time of its processes
    /// @param peakMemoryBytes most resident memory of one of its processes
    /// @param restarts how often it had to be started anew
    record WorkerUse(int worker, long cpuMs, long peakMemoryBytes, int restarts) {}

    /// The verified file is in its place.
    ///
    /// @param file where it is
    /// @param sha256 of its bytes
    /// @param bytes its size
    /// @param bottleneck what the time went into
    record Finished(Path file, String sha256, long bytes, Bottleneck bottleneck)
            implements ExportEvent {}

    /// The export ends without a file.
    ///
    /// @param failure why
    /// @param problems everything that is wrong with the project, if that is why
    record Failed(@JsonUnwrapped Failure failure, List<Problem> problems) implements ExportEvent {
        public Failed {
            problems = List.copyOf(problems);
        }
    }
}
