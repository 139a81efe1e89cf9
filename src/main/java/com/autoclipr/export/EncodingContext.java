package com.autoclipr.export;

import com.autoclipr.export.chunks.ChunkExecutor;
import com.autoclipr.export.output.FreeSpace;
import com.autoclipr.export.store.ChunkLease;
import com.autoclipr.export.workers.WorkerPool;

/// What is needed to encode chunks. Owned by the run.
///
/// @param export id of the export
/// @param store for finished work
/// @param space free space for the store and the output
/// @param executor makes chunks
/// @param pool the workers
/// @param totals accumulates the cost
record EncodingContext(
        String export,
        ChunkLease store,
        FreeSpace space,
        ChunkExecutor executor,
        WorkerPool pool,
        WorkTotals totals) {}
