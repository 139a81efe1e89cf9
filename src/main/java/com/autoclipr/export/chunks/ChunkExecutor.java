package com.autoclipr.export.chunks;

/// Encodes chunks and the audio track, in workers of this machine ([LocalChunks]) or elsewhere.
public interface ChunkExecutor {
    /// Encodes everything in the order. The executor decides where and how often failed work is
    /// retried; the receiver decides whether a retry makes sense.
    ///
    /// @param receiver gets the results, from several threads
    /// @throws com.autoclipr.failure.FailureException the failure, with the facts `chunk` (except
    ///   for the audio track) and `attempts`; failures of the receiver; CANCELLED
    void make(ChunkOrder order, ChunkReceiver receiver) throws InterruptedException;
}
