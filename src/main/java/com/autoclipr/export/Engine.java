package com.autoclipr.export;

import com.autoclipr.export.journal.ExportHistory;
import com.autoclipr.export.store.ChunkStore;
import com.autoclipr.worker.supervisor.Machine;
import com.autoclipr.worker.supervisor.WorkerSettings;

/// The environment that exports run in.
///
/// @param version of this program; part of every chunk key
/// @param workers settings of worker processes
/// @param machine resources for workers and this process
/// @param store for chunks, kept between exports
/// @param history journals of exports
public record Engine(
        String version,
        WorkerSettings workers,
        Machine machine,
        ChunkStore store,
        ExportHistory history) {}
