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

/// What a worker can be asked to do. Paths are absolute; files named `target` are written whole or
/// not at all.
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
    /// Load the native libraries and say what the engine is made of. Answer: [JobResult.Described].
    record Describe() implements Job {}

    /// Answer: [JobResult.Probed].
    record Probe(Path file) implements Job {}

    /// Look whether a file is a font that can be used. Answer: [JobResult.FontChecked].
    record CheckFont(Path file) implements Job {}

    /// Make this the project of the drawing and encoding jobs that follow. Answer:
    /// [JobResult.Opened].
    ///
    /// @param project its canonical JSON
    /// @param sources what it reads
    /// @param encoding picture size, frame rate and settings of the output
    /// @param frameCount of the output
    /// @param limits bounds on memory
    /// @param export id of the export, for records of what was done
    /// @param breadcrumbs whether each layer is told before it is worked on, so that a worker that
    ///   dies has told of which
    record Open(
            byte[] project,
            Sources sources,
            VideoEncoding encoding,
            long frameCount,
            WorkerLimits limits,
            String export,
            boolean breadcrumbs)
            implements Job {
        /// The same project for a second try: with half the memory, and breadcrumbs.
        public Open carefully() {
            return new Open(project, sources, encoding, frameCount, limits.halved(), export, true);
        }
    }

    /// Draw one frame into a PNG file. Answer: [JobResult.Drawn].
    ///
    /// @param timelineTime what it shows
    record DrawFrame(Rational timelineTime, Path target) implements Job {}

    /// Draw and encode the frames of one chunk. Answer: [JobResult.ChunkEncoded]; progress counts
    /// frames encoded.
    ///
    /// @param chunk its key is written into the file
    record EncodeChunk(Chunk chunk, Path target) implements Job {}

    /// Mix and encode the whole audio track. Answer: [JobResult.AudioEncoded]; progress counts
    /// samples.
    ///
    /// @param audio its key is written into the file
    record EncodeAudio(AudioWork audio, Path target) implements Job {}

    /// Put chunks and audio into one file. Answer: [JobResult.Assembled]; progress counts chunks.
    ///
    /// @param chunks in order
    /// @param audio the encoded audio track, if there is one
    record Assemble(List<ChunkFile> chunks, Optional<Path> audio, Path target) implements Job {}

    /// Read a finished file back whole. Answer: [JobResult.Inspected]; progress counts packets.
    ///
    /// @param frameRate that it should have
    record Inspect(Path file, FrameRate frameRate) implements Job {}

    /// An encoded chunk on disk.
    ///
    /// @param firstFrame index in the output of its first frame
    record ChunkFile(Path file, long firstFrame) {}
}
