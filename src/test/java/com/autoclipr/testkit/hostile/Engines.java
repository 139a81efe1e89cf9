package com.autoclipr.testkit.hostile;

import com.autoclipr.export.Engine;
import com.autoclipr.export.journal.ExportHistory;
import com.autoclipr.export.store.FolderChunkStore;
import com.autoclipr.files.SystemFiles;
import com.autoclipr.worker.supervisor.Machine;
import com.autoclipr.worker.supervisor.WorkerLaunch;
import com.autoclipr.worker.supervisor.WorkerSettings;
import com.autoclipr.worker.supervisor.WorkerTimeouts;
import java.nio.file.Path;
import java.util.List;

/// The engine as `Main` makes it, with its caches in a folder of the test kit.
final class Engines {
    private Engines() {}

    static Engine in(Path caches) {
        Path natives = caches.resolve("natives");
        return new Engine(
                "hostile",
                new WorkerSettings(
                        WorkerLaunch.command("com.autoclipr.Main", natives, List.of()),
                        natives,
                        WorkerSettings.DEFAULT_MEMORY_BYTES,
                        WorkerTimeouts.DEFAULT),
                Machine.current(),
                new FolderChunkStore(caches.resolve("chunks"), 1L << 30, new SystemFiles()),
                new ExportHistory(caches.resolve("exports")));
    }
}
