package com.autoclipr.export.prepare;

import com.autoclipr.composition.AudioLayer;
import com.autoclipr.composition.Layer;
import com.autoclipr.composition.Project;
import com.autoclipr.export.workers.WorkerPool;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.files.UnexpectedErrors;
import com.autoclipr.media.FontSource;
import com.autoclipr.media.MediaFacts;
import com.autoclipr.media.SourceFile;
import com.autoclipr.media.Sources;
import com.autoclipr.worker.LogContext;
import com.autoclipr.worker.protocol.Job;
import com.autoclipr.worker.protocol.JobResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/// Surveys the sources of a project: workers probe them while this process hashes them.
public final class SourceSurvey {
    private final Project project;
    private final ProjectFiles.Loaded.Valid files;
    private final KnownSources known;

    /// A survey of everything.
    public SourceSurvey(Project project, ProjectFiles.Loaded.Valid files) {
        this(project, files, new KnownSources());
    }

    /// @param known cache of earlier results, which is updated
    public SourceSurvey(Project project, ProjectFiles.Loaded.Valid files, KnownSources known) {
        this.project = project;
        this.files = files;
        this.known = known;
    }

    /// @throws FailureException of a media kind, with the layer's pointer and the file as written
    ///   in the project
    public Sources survey(WorkerPool pool) throws InterruptedException {
        AtomicBoolean ended = new AtomicBoolean();
        Runnable alive =
                () -> {
                    pool.requireRunning();
                    if (ended.get()) {
                        throw Failure.of(FailureKind.CANCELLED).asException();
                    }
                };
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                return survey(pool, threads, alive);
            } finally {
                ended.set(true);
            }
        }
    }

    /// A file to survey, and its results.
    ///
    /// @param stamp before the survey
    /// @param media empty until it has been probed, and for a font
    private record Asked(
            String src,
            Path path,
            FileStamp stamp,
            boolean font,
            CompletableFuture<Optional<MediaFacts>> media,
            CompletableFuture<String> digest) {}

    private Sources survey(WorkerPool pool, ExecutorService threads, Runnable alive) {
        Map<String, SourceFile> media = new LinkedHashMap<>();
        Map<String, FontSource> fonts = new LinkedHashMap<>();
        List<Asked> asked = new ArrayList<>();
        files.media()
                .forEach(
                        (src, path) ->
                                known.media(path)
                                        .ifPresentOrElse(
                                                source -> media.put(src, source),
                                                () ->
                                                        asked.add(
                                                                ask(
                                                                        src, path, false, threads,
                                                                        alive))));
        files.fonts()
                .forEach(
                        (src, path) ->
                                known.font(path)
                                        .ifPresentOrElse(
                                                source -> fonts.put(src, source),
                                                () ->
                                                        asked.add(
                                                                ask(
                                                                        src, path, true, threads,
                                                                        alive))));
        if (!asked.isEmpty()) {
            threads.execute(LogContext.carried(() -> look(pool, alive, asked)));
        }
        for (Asked file : asked) {
            Optional<MediaFacts> facts = join(file.media());
            String digest = join(file.digest());
            if (file.font()) {
                FontSource font = new FontSource(file.path(), digest);
                known.keep(file.stamp(), font);
                fonts.put(file.src(), font);
            } else {
                SourceFile source = new SourceFile(file.path(), digest, facts.orElseThrow());
                known.keep(file.stamp(), source);
                media.put(file.src(), source);
            }
        }
        Sources sources = new Sources(media, fonts);
        requireStreams(sources);
        requireTracks(sources);
        return sources;
    }

    private static Asked ask(
            String src, Path path, boolean font, ExecutorService threads, Runnable alive) {
        return new Asked(
                src,
                path,
                FileStamp.of(path),
                font,
                new CompletableFuture<>(),
                CompletableFuture.supplyAsync(() -> FileDigest.sha256(path, alive), threads));
    }

    /// One thread per worker, so that a file that kills a worker affects no other file.
    private void look(WorkerPool pool, Runnable alive, List<Asked> asked) {
        Queue<Asked> waiting = new ConcurrentLinkedQueue<>(asked);
        try {
            pool.everywhere(number -> look(pool, number, alive, waiting));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            // The remaining files are skipped when the export is cancelled.
            FailureException cancelled = Failure.of(FailureKind.CANCELLED).asException();
            asked.forEach(file -> file.media().completeExceptionally(cancelled));
        }
    }

    /// @return whether no file is left
    private boolean look(WorkerPool pool, int number, Runnable alive, Queue<Asked> waiting) {
        while (!pool.isLeaving(number)) {
            Asked next = waiting.poll();
            if (next == null) {
                return true;
            }
            try {
                alive.run();
                next.media().complete(look(pool, number, next));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                next.media().completeExceptionally(e);
            } catch (Throwable e) {
                next.media().completeExceptionally(e);
            }
        }
        return waiting.isEmpty();
    }

    private Optional<MediaFacts> look(WorkerPool pool, int number, Asked file)
            throws InterruptedException {
        String src = file.src();
        try {
            if (file.font()) {
                checkFont(pool, number, file.path());
                return Optional.empty();
            }
            return Optional.of(probe(pool, number, file.path()));
        } catch (FailureException e) {
            if (e.failure().kind() == FailureKind.CANCELLED) {
                throw e;
            }
            throw new FailureException(named(e.failure().with(Fact.FILE, src), file), e);
        }
    }

    /// With the place that names the file first.
    private Failure named(Failure failure, Asked file) {
        if (file.font()) {
            return failure.with(Fact.POINTER, fontPointer(file.src()));
        }
        String layer = firstLayer(file.src());
        return failure.with(Fact.LAYER, layer).with(Fact.POINTER, layer + "/src");
    }

    /// Probes a media file.
    ///
    /// @throws FailureException of a media kind
    public static MediaFacts probe(WorkerPool pool, int number, Path path)
            throws InterruptedException {
        try {
            return pool.look(number, path, new Job.Probe(path), JobResult.Probed.class).facts();
        } catch (FailureException e) {
            throw blamed(e, FailureKind.MEDIA_CORRUPT, path);
        }
    }

    private static void checkFont(WorkerPool pool, int number, Path path)
            throws InterruptedException {
        try {
            pool.look(number, path, new Job.CheckFont(path), JobResult.FontChecked.class);
        } catch (FailureException e) {
            throw blamed(e, FailureKind.FONT_INVALID, path);
        }
    }

    /// A repeated failure of workers that only probe a file is the fault of the file: if decoders
    /// crash on it, it is corrupt, and if it exhausts a worker's memory, it exceeds a limit.
    private static FailureException blamed(FailureException cause, FailureKind broken, Path path) {
        Failure failure = cause.failure();
        FailureKind kind =
                switch (failure.kind()) {
                    case WORKER_DIED, WORKER_STALLED -> broken;
                    case OUT_OF_MEMORY -> FailureKind.MEDIA_LIMIT;
                    default -> failure.kind();
                };
        if (kind == failure.kind()) {
            return cause;
        }
        Failure told = new Failure(kind, failure.facts()).with(Fact.FILE, path.toString());
        return new FailureException(
                kind == FailureKind.MEDIA_LIMIT ? told.with(Fact.DETAIL, "memory") : told, cause);
    }

    private static <T> T join(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof FailureException failure) {
                throw failure;
            }
            throw UnexpectedErrors.asFailure(e.getCause() == null ? e : e.getCause());
        }
    }

    private String firstLayer(String src) {
        return project.layers().stream()
                .filter(layer -> layer.source().filter(src::equals).isPresent())
                .map(Layer::pointer)
                .findFirst()
                .orElseThrow();
    }

    private String fontPointer(String src) {
        return project.fonts().stream()
                .filter(font -> font.src().equals(src))
                .findFirst()
                .map(font -> font.pointer() + "/src")
                .orElse("");
    }

    /// A video or image layer needs a picture, an audio layer audio.
    private void requireStreams(Sources sources) {
        for (Layer layer : project.layers()) {
            Optional<String> src = layer.source();
            if (src.isEmpty()) {
                continue;
            }
            MediaFacts facts = sources.get(src.get()).facts();
            boolean audio = layer instanceof AudioLayer;
            if (audio ? facts.audio().isEmpty() : facts.video().isEmpty()) {
                throw Failure.of(FailureKind.MEDIA_UNSUPPORTED)
                        .with(Fact.FILE, src.get())
                        .with(Fact.LAYER, layer.pointer())
                        .with(Fact.POINTER, layer.pointer() + "/src")
                        .with(Fact.NEEDED, audio ? "audio" : "video")
                        .asException();
            }
        }
    }

    /// An audio track that a layer names must exist.
    private void requireTracks(Sources sources) {
        for (Layer layer : project.layers()) {
            Optional<String> track = layer.audioTrack();
            if (track.isPresent()) {
                requireTrack(sources, layer, track.get());
            }
        }
    }

    private static void requireTrack(Sources sources, Layer layer, String track) {
        String src = layer.source().orElseThrow();
        MediaFacts facts = sources.get(src).facts();
        if (!facts.audio(Optional.of(track)).isEmpty()) {
            return;
        }
        Failure missing =
                Failure.of(FailureKind.AUDIO_TRACK_MISSING)
                        .with(Fact.FILE, src)
                        .with(Fact.LAYER, layer.pointer())
                        .with(Fact.POINTER, layer.pointer() + "/audioTrack")
                        .with(Fact.TRACK, track);
        String tracks =
                facts.audioTracks().stream()
                        .map(audio -> audio.label().describe())
                        .collect(Collectors.joining(", "));
        throw (tracks.isEmpty() ? missing : missing.with(Fact.TRACKS, tracks)).asException();
    }
}
