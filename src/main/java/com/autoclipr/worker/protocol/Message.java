package com.autoclipr.worker.protocol;

import com.autoclipr.failure.Failure;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.util.Optional;

/// The protocol between controller and worker: one JSON object per line, requests on the worker's
/// standard input, everything else on its standard output.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "message")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Message.Request.class, name = "request"),
    @JsonSubTypes.Type(value = Message.Beat.class, name = "beat"),
    @JsonSubTypes.Type(value = Message.Breadcrumb.class, name = "breadcrumb"),
    @JsonSubTypes.Type(value = Message.Progress.class, name = "progress"),
    @JsonSubTypes.Type(value = Message.Done.class, name = "done"),
    @JsonSubTypes.Type(value = Message.Failed.class, name = "failed")
})
public sealed interface Message {
    /// Interval of the heartbeat.
    Duration HEARTBEAT_INTERVAL = Duration.ofSeconds(1);

    /// @param id chosen by the controller, repeated in every response
    record Request(long id, Job job) implements Message {}

    /// The process is alive; sent at a fixed interval by a dedicated thread.
    ///
    /// @param pipeline what it spends its time on; empty while no project is open
    record Beat(Optional<PipelineSample> pipeline) implements Message {}

    /// What the worker is about to process, so that a crash can be attributed.
    ///
    /// @param layer JSON pointer of the layer; empty: none
    /// @param file its source, as written in the project; empty: none
    record Breadcrumb(String layer, String file) implements Message {
        public static final Breadcrumb NONE = new Breadcrumb("", "");
    }

    /// Progress of a job, sent at most five times a second; the last count may be omitted.
    ///
    /// @param count progress in the unit of the job; never decreases
    /// @param pipeline what the worker spends its time on; empty while no project is open
    record Progress(long id, long count, Optional<PipelineSample> pipeline) implements Message {}

    record Done(long id, JobResult result, ProcessUsage usage) implements Message {}

    record Failed(long id, Failure failure, ProcessUsage usage) implements Message {}
}
