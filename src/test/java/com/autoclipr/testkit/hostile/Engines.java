package com.autoclipr.testkit.hostile;

import com.autoclipr.export.Engine;
import com.autoclipr.export.journal.ExportHistory;
import com.autoclipr.export.store.FolderChunkStore;
import com.autoclipr.media.SystemFiles;
import com.autoclipr.worker.Machine;
import com.autoclipr.worker.Patience;
import com.autoclipr.worker.WorkerLaunch;
import com.autoclipr.worker.WorkerSettings;
import java.nio.file.Path;

/// The engine as `Main` makes it, with its caches in a folder of the test kit.
final class Engines {
    private Engines() {}

    static Engine in(Path caches) {
        Path natives = caches.resolve("natives");
        return new Engine(
                "hostile",
                new WorkerSettings(
                        WorkerLaunch.command("com.autoclipr.Main", natives),
                        natives,
                        WorkerSettings.DEFAULT_MEMORY_BYTES,
                        Patience.DEFAULT),
                Machine.current(),
                new FolderChunkStore(caches.resolve("chunks"), 1L << 30, new SystemFiles()),
                new ExportHistory(caches.resolve("exports")));
    }
}
