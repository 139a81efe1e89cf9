package com.autoclipr.worker.protocol;

import com.autoclipr.media.Sources;
import com.autoclipr.media.VideoEncoding;
import com.autoclipr.plan.AudioWork;
import com.autoclipr.plan.Chunk;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A job for a worker. Paths are absolute; files named `target` are written atomically.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "job")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Job.Describe.class, name = "describe"),
    @JsonSubTypes.Type(value = Job.Probe.class, name = "probe"),
    @JsonSubTypes.Type(value = Job.CheckFont.class, name = "check-font"),
    @JsonSubTypes.Type(value = Job.Open.class, name = "open"),
    @JsonSubTypes.Type(value = Job.DrawFrame.class, name = "draw-frame"),
    @JsonSubTypes.Type(value = Job.EncodeChunk.class, name = "encode-chunk"),
    @JsonSubTypes.Type(value = Job.EncodeAudio.class, name = "encode-audio"),
    @JsonSubTypes.Type(value = Job.Assemble.class, name = "assemble"),
    @JsonSubTypes.Type(value = Job.Inspect.class, name = "inspect")
})
public sealed interface Job {
    /// Loads the native libraries and reports their versions. Result: [JobResult.Described].
    record Describe() implements Job {}

    /// Probes a media file. Result: [JobResult.Probed].
    record Probe(Path file) implements Job {}

    /// Checks that a file is a usable font. Result: [JobResult.FontChecked].
    record CheckFont(Path file) implements Job {}

    /// Opens the project for the drawing and encoding jobs that follow. Result: [JobResult.Opened].
    ///
    /// @param project its canonical JSON
    /// @param sources files that it reads
    /// @param encoding picture size, frame rate and settings of the output
    /// @param frameCount of the output
    /// @param limits bounds on memory
    /// @param export id of the export, for logs and flight recordings
    /// @param breadcrumbs whether each layer is reported before it is processed, so that a crash
    ///   can be attributed to it
    record Open(
            byte[] project,
            Sources sources,
            VideoEncoding encoding,
            long frameCount,
            WorkerLimits limits,
            String export,
            boolean breadcrumbs)
            implements Job {
        /// The same project for a retry: with half the memory and with breadcrumbs.
        public Open carefully() {
            return new Open(project, sources, encoding, frameCount, limits.halved(), export, true);
        }
    }

    /// Draws one frame into a PNG file. Result: [JobResult.Drawn].
    ///
    /// @param timelineTime time of the frame
    record DrawFrame(Rational timelineTime, Path target) implements Job {}

    /// Draws and encodes one chunk. Result: [JobResult.ChunkEncoded]; progress counts encoded
    /// frames.
    ///
    /// @param chunk the chunk; its key is written into the file
    record EncodeChunk(Chunk chunk, Path target) implements Job {}

    /// Mixes and encodes the whole audio track. Result: [JobResult.AudioEncoded]; progress counts
    /// samples.
    ///
    /// @param audio the audio track; its key is written into the file
    record EncodeAudio(AudioWork audio, Path target) implements Job {}

    /// Muxes chunks and audio into one file. Result: [JobResult.Assembled]; progress counts chunks.
    ///
    /// @param chunks in order
    /// @param audio the encoded audio track, if there is one
    record Assemble(List<ChunkFile> chunks, Optional<Path> audio, Path target) implements Job {}

    /// Reads back a finished file. Result: [JobResult.Inspected]; progress counts packets.
    ///
    /// @param frameRate expected frame rate
    record Inspect(Path file, FrameRate frameRate) implements Job {}

    /// An encoded chunk on disk.
    ///
    /// @param firstFrame index in the output of its first frame
    record ChunkFile(Path file, long firstFrame) {}
}
