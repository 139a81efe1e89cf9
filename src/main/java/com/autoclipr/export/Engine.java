package com.autoclipr.export;

import com.autoclipr.export.journal.ExportHistory;
import com.autoclipr.export.store.ChunkStore;
import com.autoclipr.worker.supervisor.Machine;
import com.autoclipr.worker.supervisor.WorkerSettings;

/// What exports run on.
///
/// @param version of this program; part of every chunk key
/// @param workers how worker processes are started
/// @param machine what they and this process may use
/// @param store where chunks are kept between exports
/// @param history where journals of exports are kept
public record Engine(
        String version,
        WorkerSettings workers,
        Machine machine,
        ChunkStore store,
        ExportHistory history) {}
