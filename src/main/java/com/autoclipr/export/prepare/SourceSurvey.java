package com.autoclipr.export.prepare;

import com.autoclipr.composition.AudioLayer;
import com.autoclipr.composition.Layer;
import com.autoclipr.composition.Project;
import com.autoclipr.export.workers.WorkerPool;
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

/// Finds out what the sources of a project are: workers probe them, this process digests them
/// meanwhile.
public final class SourceSurvey {
    private final Project project;
    private final ProjectFiles.Loaded.Valid files;
    private final KnownSources known;

    /// A survey of everything.
    public SourceSurvey(Project project, ProjectFiles.Loaded.Valid files) {
        this(project, files, new KnownSources());
    }

    /// @param known is asked first, and told what is found out
    public SourceSurvey(Project project, ProjectFiles.Loaded.Valid files, KnownSources known) {
        this.project = project;
        this.files = files;
        this.known = known;
    }

    /// @throws FailureException of a media kind, with the layer's pointer and the file as the
    ///   project names it
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

    /// A file to look at, and what was found out.
    ///
    /// @param stamp before it was looked at
    /// @param media empty until a worker has looked; stays empty for a font
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

    /// One thread for each worker, so that a file on which a worker dies takes no other file with
    /// it.
    private void look(WorkerPool pool, Runnable alive, List<Asked> asked) {
        Queue<Asked> waiting = new ConcurrentLinkedQueue<>(asked);
        try {
            pool.everywhere(number -> look(pool, number, alive, waiting));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            // Nobody looks at what is left when the export is cancelled.
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
            String pointer = file.font() ? fontPointer(src) : firstPointer(src);
            throw new FailureException(e.failure().with("file", src).with("pointer", pointer), e);
        }
    }

    /// What a media file is.
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

    /// Of what happens again and again to workers that do nothing but look at a file, the file is
    /// the cause: one on which decoders crash is broken, and one that takes a worker's memory asks
    /// for more than the limits allow.
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
        Failure told = new Failure(kind, failure.facts()).with("file", path.toString());
        return new FailureException(
                kind == FailureKind.MEDIA_LIMIT ? told.with("detail", "memory") : told, cause);
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

    private String firstPointer(String src) {
        return project.layers().stream()
                .filter(layer -> layer.source().filter(src::equals).isPresent())
                .map(Layer::pointer)
                .findFirst()
                .map(pointer -> pointer + "/src")
                .orElse("");
    }

    private String fontPointer(String src) {
        return project.fonts().stream()
                .filter(font -> font.src().equals(src))
                .findFirst()
                .map(font -> font.pointer() + "/src")
                .orElse("");
    }

    /// A video or image layer needs pictures, an audio layer sound.
    private void requireStreams(Sources sources) {
        for (Layer layer : project.layers()) {
            Optional<String> src = layer.source();
            if (src.isEmpty()) {
                continue;
            }
            MediaFacts facts = sources.get(src.get()).facts();
            boolean sound = layer instanceof AudioLayer;
            if (sound ? facts.audio().isEmpty() : facts.video().isEmpty()) {
                throw Failure.of(
                                FailureKind.MEDIA_UNSUPPORTED,
                                "file",
                                src.get(),
                                "pointer",
                                layer.pointer() + "/src",
                                "needed",
                                sound ? "audio" : "video")
                        .asException();
            }
        }
    }

    /// A layer that names a audio track needs it.
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
        if (!facts.sounds(Optional.of(track)).isEmpty()) {
            return;
        }
        Failure missing =
                Failure.of(
                        FailureKind.AUDIO_TRACK_MISSING,
                        "file",
                        src,
                        "pointer",
                        layer.pointer() + "/audioTrack",
                        "track",
                        track);
        String tracks =
                facts.audioTracks().stream()
                        .map(sound -> sound.label().describe())
                        .collect(Collectors.joining(", "));
        throw (tracks.isEmpty() ? missing : missing.with("tracks", tracks)).asException();
    }
}
