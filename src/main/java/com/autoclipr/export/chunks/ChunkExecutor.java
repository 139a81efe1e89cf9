package com.autoclipr.export.chunks;

/// Makes chunks and the sound track: by workers of this machine ([LocalChunks]), or of others.
public interface ChunkExecutor {
    /// Makes everything that is asked for. Whether to try again what failed, where, and how often,
    /// is decided here; whether that can help is asked of the receiver.
    ///
    /// @param receiver is given what is made, by several threads
    /// @throws com.autoclipr.failure.FailureException what cannot be made, with the facts `chunk`
    ///   (unless it is the sound track) and `attempts`; what the receiver threw; CANCELLED
    void make(ChunkOrder order, ChunkReceiver receiver) throws InterruptedException;
}
