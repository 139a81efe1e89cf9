package com.autoclipr.api;

import com.autoclipr.composition.Project;
import com.autoclipr.composition.ProjectWriter;
import com.autoclipr.export.Engine;
import com.autoclipr.export.ExportController;
import com.autoclipr.export.ExportHandle;
import com.autoclipr.export.ExportListener;
import com.autoclipr.export.ExportOutcome;
import com.autoclipr.export.ExportRequest;
import com.autoclipr.export.PreviewSession;
import com.autoclipr.export.job.ExportOrder;
import com.autoclipr.export.journal.ExportHistory;
import com.autoclipr.export.prepare.FileAccess;
import com.autoclipr.export.prepare.ProjectFiles;
import com.autoclipr.export.store.ChunkStore;
import com.autoclipr.export.store.FolderChunkStore;
import com.autoclipr.failure.Decision;
import com.autoclipr.failure.FailureException;
import com.autoclipr.files.SystemFiles;
import com.autoclipr.media.MediaFacts;
import com.autoclipr.time.Rational;
import com.autoclipr.worker.supervisor.Machine;
import com.autoclipr.worker.supervisor.WorkerLaunch;
import com.autoclipr.worker.supervisor.WorkerSettings;
import java.nio.file.Path;
import java.util.List;

/// The engine as a library: reads and validates projects, probes media, draws frames, exports. All
/// of these may run concurrently, within one budget of worker processes.
///
/// Thread-safe. Owns all worker processes: closing it cancels everything that is running and waits
/// for its end. Methods throw [FailureException] with a kind and facts.
public final class Autoclipr implements AutoCloseable {
    /// The class whose `main` becomes a worker. It wires the parts of a worker, so this package
    /// cannot reference it.
    private static final String WORKER_MAIN = "com.autoclipr.Main";

    private final Engine engine;
    private final ExportController controller;
    private final KeptProjects projects;

    /// For an engine with other parts.
    ///
    /// @param mostWorkers maximum number of worker processes
    public Autoclipr(Engine engine, int mostWorkers) {
        this.engine = engine;
        this.controller = new ExportController(engine, mostWorkers);
        this.projects = new KeptProjects(engine.history().folder().resolveSibling("projects"));
    }

    /// Starts no processes and touches no files yet.
    public static Autoclipr open(Settings settings) {
        Path natives = settings.cache().resolve("natives-" + ProgramVersion.current());
        WorkerSettings workers =
                new WorkerSettings(
                        WorkerLaunch.command(WORKER_MAIN, natives, settings.workerJavaOptions()),
                        natives,
                        WorkerSettings.DEFAULT_MEMORY_BYTES,
                        settings.timeouts());
        Engine engine =
                new Engine(
                        "autoclipr " + ProgramVersion.current() + " " + ClassPathDigest.current(),
                        workers,
                        Machine.current(),
                        new FolderChunkStore(
                                settings.cache().resolve("chunks"),
                                settings.storeMaxBytes(),
                                new SystemFiles()),
                        new ExportHistory(settings.cache().resolve("exports")));
        return new Autoclipr(engine, settings.mostWorkers());
    }

    /// Reads a project file and checks that the files that it names exist.
    ///
    /// @throws FailureException FILE_MISSING if it cannot be read
    public ReadProject read(Path projectFile) {
        return read(projectFile, FileAccess.everywhere());
    }

    /// The same.
    ///
    /// @param access which files the project may name
    public ReadProject read(Path projectFile, FileAccess access) {
        return ReadProject.of(ProjectFiles.load(projectFile, access));
    }

    /// Checks a project like [#read(Path)].
    ///
    /// @param folder base folder of relative file names
    public ReadProject check(Project project, Path folder) {
        return ReadProject.of(
                ProjectFiles.of(project, folder.toAbsolutePath(), FileAccess.everywhere()));
    }

    /// The normal form of a project, as UTF-8: what [#read(Path)] reads back.
    public byte[] write(Project project) {
        return ProjectWriter.write(project);
    }

    /// Stores a project that is not in a file, so that it can be exported and resumed: in the cache
    /// folder, which keeps the latest hundred. File names in it must be absolute.
    ///
    /// @param json the project file
    /// @return the file
    public Path keep(String json) {
        return projects.keep(json);
    }

    /// The JSON Schema of project files, for editors, as a file in the cache folder.
    public Path schema() {
        return projects.schema();
    }

    /// Probes a media file.
    ///
    /// @throws FailureException of a media kind
    public MediaFacts probe(Path file) throws InterruptedException {
        return controller.probe(file);
    }

    /// Opens a session that draws frames of projects while they are edited; all files may be read.
    /// The caller closes it.
    public PreviewSession preview() {
        return preview(
                new PreviewSession.Options(FileAccess.everywhere(), ExportRequest.Overrides.NONE));
    }

    /// The same.
    public PreviewSession preview(PreviewSession.Options options) {
        return controller.preview(options);
    }

    /// Draws one frame into a PNG file: the one that the requested export shows at `timelineTime`.
    ///
    /// @param request its destination is ignored
    /// @return decisions about the frame
    /// @throws FailureException also DESTINATION_REFUSED
    public ExportOutcome<List<Decision>> drawFrame(
            ExportRequest request, Rational timelineTime, Path png) throws InterruptedException {
        return controller.drawFrame(request, timelineTime, png);
    }

    /// Starts an export.
    ///
    /// @param listener receives its events, in threads of the export
    public ExportHandle start(ExportRequest request, ExportListener listener) {
        return controller.start(request, listener);
    }

    /// The journals of all exports with the same cache folder, also of other processes.
    public ExportHistory history() {
        return engine.history();
    }

    /// Whether a project file has changed since this request; false if it cannot be read.
    public boolean hasChanged(ExportOrder order) {
        return controller.hasChanged(order);
    }

    /// The chunk store.
    public ChunkStore store() {
        return engine.store();
    }

    /// Loads the native libraries in a worker and returns their versions.
    ///
    /// @throws FailureException LIBRARY_MISSING if one cannot be loaded
    public String describeEngine() throws InterruptedException {
        return controller.describeEngine();
    }

    /// Cancels everything without waiting for it, and accepts no more work: for a program that is
    /// about to exit.
    public void cancelAll() {
        controller.cancelAll();
    }

    @Override
    public void close() {
        controller.close();
    }
}
