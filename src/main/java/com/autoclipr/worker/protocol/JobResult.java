package com.autoclipr.worker.protocol;

import com.autoclipr.failure.Decision;
import com.autoclipr.media.FileFacts;
import com.autoclipr.media.MediaFacts;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/// What a worker answers when a job is done.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "result")
@JsonSubTypes({
    @JsonSubTypes.Type(value = JobResult.Described.class, name = "described"),
    @JsonSubTypes.Type(value = JobResult.Probed.class, name = "probed"),
    @JsonSubTypes.Type(value = JobResult.FontChecked.class, name = "font-checked"),
    @JsonSubTypes.Type(value = JobResult.Opened.class, name = "opened"),
    @JsonSubTypes.Type(value = JobResult.Drawn.class, name = "drawn"),
    @JsonSubTypes.Type(value = JobResult.ChunkEncoded.class, name = "chunk-encoded"),
    @JsonSubTypes.Type(value = JobResult.AudioEncoded.class, name = "audio-encoded"),
    @JsonSubTypes.Type(value = JobResult.Assembled.class, name = "assembled"),
    @JsonSubTypes.Type(value = JobResult.Inspected.class, name = "inspected")
})
public sealed interface JobResult {
    /// @param fingerprint of the native libraries
    record Described(String fingerprint) implements JobResult {}

    record Probed(MediaFacts facts) implements JobResult {}

    /// @param faces in the file
    record FontChecked(int faces) implements JobResult {}

    /// @param decisions about texts and fonts, for the whole project
    record Opened(List<Decision> decisions) implements JobResult {}

    record Drawn(List<Decision> decisions) implements JobResult {}

    /// @param bytes of the file written
    /// @param decisions what had to be adapted while drawing, since the project was opened, as it
    ///   is stored: with the names that the chunk has for layers and files
    /// @param work what it took
    record ChunkEncoded(long bytes, List<Decision> decisions, ChunkWork work)
            implements JobResult {}

    /// @param bytes of the file written
    /// @param decisions what had to be adapted, as it is stored
    /// @param elapsedNs nanoseconds from start to end
    record AudioEncoded(long bytes, List<Decision> decisions, long elapsedNs)
            implements JobResult {}

    /// @param bytes of the file written
    /// @param packets [com.autoclipr.media.encoded.PacketDigest] of the chunks as they were stored
    record Assembled(long bytes, String packets) implements JobResult {}

    record Inspected(FileFacts facts) implements JobResult {}
}
