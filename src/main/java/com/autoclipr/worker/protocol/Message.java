package com.autoclipr.worker.protocol;

import com.autoclipr.failure.Failure;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;

/// The protocol between controller and worker: one JSON object a line, requests on the worker's
/// standard input, the rest on its standard output.
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
    /// How often a worker says that it is alive, whatever it works on.
    Duration HEARTBEAT_INTERVAL = Duration.ofSeconds(1);

    /// @param id chosen by the controller, repeated in every answer
    record Request(long id, Job job) implements Message {}

    /// The process lives; sent at a steady pace by a thread of its own, whatever the others do.
    record Beat() implements Message {}

    /// What the worker is about to work on: when its process dies, the controller knows of what.
    ///
    /// @param layer JSON pointer of the layer; empty: of none
    /// @param file the source it reads, as the project names it; empty: none
    record Breadcrumb(String layer, String file) implements Message {
        public static final Breadcrumb NONE = new Breadcrumb("", "");
    }

    /// Sent at most five times a second, whatever the job: the last count of a job may never be.
    ///
    /// @param count how much of the job is done, in the job's own unit; never decreases
    record Progress(long id, long count) implements Message {}

    record Done(long id, JobResult result, ProcessUsage usage) implements Message {}

    record Failed(long id, Failure failure, ProcessUsage usage) implements Message {}
}
