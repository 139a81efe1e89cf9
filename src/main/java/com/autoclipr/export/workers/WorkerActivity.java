package com.autoclipr.export.workers;

import com.autoclipr.worker.protocol.PipelineSample;
import java.util.Optional;

/// What the worker in one place does at a moment.
///
/// @param pid of its process: another one after it was replaced
/// @param busy whether it has a job
/// @param audio whether it has the audio track to encode
/// @param pipeline what it last reported of its pipeline; empty before its project is open
public record WorkerActivity(
        long pid, boolean busy, boolean audio, Optional<PipelineSample> pipeline) {
    /// Of a place without a worker.
    static final WorkerActivity NONE = new WorkerActivity(0, false, false, Optional.empty());
}
