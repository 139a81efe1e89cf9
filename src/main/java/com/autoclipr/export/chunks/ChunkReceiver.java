package com.autoclipr.export.chunks;

import com.autoclipr.failure.Failure;
import com.autoclipr.plan.Chunk;
import com.autoclipr.worker.protocol.JobResult;
import java.nio.file.Path;
import java.util.OptionalInt;

/// Receives the results of a [ChunkExecutor]. Thread-safe.
public interface ChunkReceiver {
    /// The path for the result with this key; a new one for every attempt.
    Path stage(String key);

    /// @param chunk index of the chunk
    /// @param frames number of encoded frames; 0 before a retry
    void progress(int chunk, long frames);

    /// A chunk has been staged.
    ///
    /// @param place number of the worker that encoded it
    void made(Chunk chunk, Path staged, JobResult.ChunkEncoded encoded, int place);

    /// The audio track has been staged.
    void madeAudio(Path staged, JobResult.AudioEncoded encoded);

    /// Called after a result has been stored.
    ///
    /// @throws com.autoclipr.failure.FailureException DISK_FULL if it makes no sense to continue
    void requireRoom();

    /// Whether a retry makes sense, as far as the receiver and its store know.
    ///
    /// @throws com.autoclipr.failure.FailureException if there is a more specific failure
    boolean mayTryAgain(Failure failure);

    /// A chunk or the audio track is retried.
    ///
    /// @param chunk empty for the audio track
    /// @param attempt that failed, from 1
    void retried(OptionalInt chunk, int attempt, Failure failure);
}
