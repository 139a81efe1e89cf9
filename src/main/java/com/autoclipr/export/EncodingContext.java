package com.autoclipr.export;

import com.autoclipr.export.chunks.ChunkExecutor;
import com.autoclipr.export.output.FreeSpace;
import com.autoclipr.export.store.ChunkLease;
import com.autoclipr.export.workers.WorkerPool;

/// What chunks are made with and where they go. Owned by the run.
///
/// @param export id of the export
/// @param store keeps what is finished
/// @param space on the disks that it and the output lie on
/// @param executor makes chunks
/// @param pool the workers
/// @param totals of what it took
record EncodingContext(
        String export,
        ChunkLease store,
        FreeSpace space,
        ChunkExecutor executor,
        WorkerPool pool,
        WorkTotals totals) {}
