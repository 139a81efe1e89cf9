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

/// An event of an export, shared by the console, JSON lines, the journal, metrics and the log.
/// [EventJson] writes it, `docs/operating.md` describes the format.
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
    /// The export was requested; the first event, except for a project that is not valid.
    ///
    /// @param order the request
    /// @param engine version of the program
    /// @param process the controlling process
    /// @param resumes the export that this one resumes
    record Requested(
            ExportOrder order, String engine, ProcessOwner process, Optional<ExportId> resumes)
            implements ExportEvent {}

    /// The state of the export changed.
    record StateChanged(ExportState state) implements ExportEvent {}

    /// The export is planned.
    ///
    /// @param frames number of frames of the output
    /// @param chunks number of chunks of the output
    /// @param chunksStored chunks that are in the chunk store already
    /// @param width of the output in pixels
    /// @param height of the output in pixels
    /// @param fps frames per second, an integer or a fraction
    record Planned(long frames, int chunks, int chunksStored, int width, int height, String fps)
            implements ExportEvent {}

    /// @param done frames encoded or found in the store; decreases only when a chunk is retried
    /// @param total frames of the output
    /// @param pipeline how fast they come, and what holds them up
    record FramesDone(long done, long total, Optional<PipelineLoad> pipeline)
            implements ExportEvent {
        /// Without a view of the pipelines.
        public FramesDone(long done, long total) {
            this(done, total, Optional.empty());
        }
    }

    /// A chunk is in the store.
    ///
    /// @param index of the chunk, from 0
    /// @param reused whether it was in the store before
    /// @param frames in it
    /// @param effort cost of encoding it; empty if reused
    record ChunkDone(int index, boolean reused, long frames, Optional<Effort> effort)
            implements ExportEvent {}

    /// The cost of encoding a chunk.
    ///
    /// @param worker that encoded it
    /// @param bytes of its file
    /// @param decodeMs milliseconds of decoding sources
    /// @param drawMs milliseconds of drawing, decoding excluded
    /// @param encodeMs milliseconds of encoding, verifying and writing the chunk
    /// @param drawWaitMs milliseconds that drawing waited for a free slot of the frame ring
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

    /// A chunk or the audio track failed and is retried.
    ///
    /// @param index of the chunk, from 0; empty for the audio track
    /// @param attempt that failed, from 1
    record Retried(Optional<Integer> index, int attempt, @JsonUnwrapped Failure failure)
            implements ExportEvent {}

    /// The audio track is encoded.
    ///
    /// @param reused whether it was in the store before
    /// @param elapsedMs milliseconds of mixing and encoding it; 0 if reused
    record AudioDone(boolean reused, long elapsedMs) implements ExportEvent {}

    /// A decision was made.
    record Decided(@JsonUnwrapped Decision decision) implements ExportEvent {}

    /// Resource usage so far.
    ///
    /// @param workers usage of each worker
    /// @param controllerCpuMs CPU time of the controlling process since it started, whatever else
    ///   it did
    /// @param controllerPeakMemoryBytes its peak resident memory
    record Used(List<WorkerUse> workers, long controllerCpuMs, long controllerPeakMemoryBytes)
            implements ExportEvent {
        public Used {
            workers = List.copyOf(workers);
        }
    }

    /// @param worker number of the worker
    /// @param cpuMs CPU time of its processes
    /// @param peakMemoryBytes highest peak resident memory of its processes
    /// @param restarts how often it was restarted
    record WorkerUse(int worker, long cpuMs, long peakMemoryBytes, int restarts) {}

    /// The verified file is in place.
    ///
    /// @param file the output file
    /// @param sha256 of its bytes
    /// @param bytes its size
    /// @param bottleneck where most of the time was spent
    record Finished(Path file, String sha256, long bytes, Bottleneck bottleneck)
            implements ExportEvent {}

    /// The export ended without a file.
    ///
    /// @param failure why
    /// @param problems of the project, if it is not valid
    record Failed(@JsonUnwrapped Failure failure, List<Problem> problems) implements ExportEvent {
        public Failed {
            problems = List.copyOf(problems);
        }
    }
}
