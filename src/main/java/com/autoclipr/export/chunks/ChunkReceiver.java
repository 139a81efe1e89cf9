package com.autoclipr.export.chunks;

import com.autoclipr.failure.Failure;
import com.autoclipr.plan.Chunk;
import com.autoclipr.worker.protocol.JobResult;
import java.nio.file.Path;
import java.util.OptionalInt;

/// Receives what a [ChunkExecutor] makes. Safe for several threads.
public interface ChunkReceiver {
    /// Where to write what is made under `key`; a new place for every attempt.
    Path stage(String key);

    /// @param chunk index of the chunk
    /// @param frames of it that are done; 0 if it is begun anew
    void progress(int chunk, long frames);

    /// A chunk lies where it was staged.
    ///
    /// @param place number of the worker that made it
    void made(Chunk chunk, Path staged, JobResult.ChunkEncoded encoded, int place);

    /// The sound track lies where it was staged.
    void madeSound(Path staged, JobResult.AudioEncoded encoded);

    /// Called after what was made has been taken in.
    ///
    /// @throws com.autoclipr.failure.FailureException DISK_FULL if there is no point in going on
    void requireRoom();

    /// Whether trying again can help, as far as the receiver and its store know.
    ///
    /// @throws com.autoclipr.failure.FailureException if there is a better reason for the failure
    boolean mayTryAgain(Failure failure);

    /// Something is tried again.
    ///
    /// @param chunk empty: the sound track
    /// @param attempt that failed, from 1
    void retried(OptionalInt chunk, int attempt, Failure failure);
}
