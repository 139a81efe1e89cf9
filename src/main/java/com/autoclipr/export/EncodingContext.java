package com.autoclipr.export;

import com.autoclipr.export.output.FreeSpace;
import com.autoclipr.export.store.ChunkLease;
import com.autoclipr.export.workers.WorkerPool;

/// What is needed to encode chunks. Owned by the run.
///
/// @param store for finished work
/// @param space free space for the store and the output
/// @param pool the workers
/// @param totals accumulates the cost
record EncodingContext(ChunkLease store, FreeSpace space, WorkerPool pool, WorkTotals totals) {}
