package com.autoclipr.export;

import com.autoclipr.worker.Machine;
import com.autoclipr.worker.WorkerSettings;
import java.nio.file.Path;

/// What exports run on.
///
/// @param version of this program; part of every chunk key
/// @param workers how worker processes are started
/// @param machine what they and this process may use
/// @param storeFolder where chunks are kept between exports
/// @param storeMaxBytes most bytes kept there
public record Engine(
        String version,
        WorkerSettings workers,
        Machine machine,
        Path storeFolder,
        long storeMaxBytes) {}
