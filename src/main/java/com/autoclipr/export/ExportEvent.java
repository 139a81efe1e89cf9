package com.autoclipr.export;

import com.autoclipr.failure.Failure;
import com.autoclipr.media.Decision;

/// What happens during an export: the one vocabulary for the console, JSON lines and the log.
public sealed interface ExportEvent {
    /// The export is in another state.
    record StateChanged(ExportState state) implements ExportEvent {}

    /// The plan is made.
    ///
    /// @param frames of the output
    /// @param chunks of the output
    /// @param chunksStored of them, how many are in the chunk store already
    record Planned(long frames, int chunks, int chunksStored, int width, int height, String fps)
            implements ExportEvent {}

    /// @param done frames encoded or found in the store; never decreases but for a chunk that is
    ///   tried again
    /// @param total frames of the output
    record FramesDone(long done, long total) implements ExportEvent {}

    /// A chunk is in the store.
    record ChunkDone(int index, boolean reused) implements ExportEvent {}

    /// A chunk failed and is tried again.
    ///
    /// @param attempt that failed, from 1
    record ChunkRetried(int index, int attempt, Failure failure) implements ExportEvent {}

    /// The sound track is encoded.
    record SoundDone(boolean reused) implements ExportEvent {}

    /// Something was adapted.
    record Decided(Decision decision) implements ExportEvent {}
}
