package com.autoclipr.export;

import com.autoclipr.composition.AudioLayer;
import com.autoclipr.composition.ImageLayer;
import com.autoclipr.composition.Layer;
import com.autoclipr.composition.Project;
import com.autoclipr.composition.ShapeLayer;
import com.autoclipr.composition.TextLayer;
import com.autoclipr.composition.VideoLayer;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.media.FontSource;
import com.autoclipr.media.MediaFacts;
import com.autoclipr.media.SourceFile;
import com.autoclipr.media.Sources;
import com.autoclipr.worker.Job;
import com.autoclipr.worker.JobResult;
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

/// Finds out what the sources of a project are: workers probe them, this process digests them
/// meanwhile.
final class SourceSurvey {
    private final Project project;
    private final ProjectFiles.Loaded.Valid files;

    SourceSurvey(Project project, ProjectFiles.Loaded.Valid files) {
        this.project = project;
        this.files = files;
    }

    /// @throws FailureException of a media kind, with the layer's pointer and the file as the
    ///   project names it
    Sources survey(WorkerPool pool) throws InterruptedException {
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

    private record Asked(
            String src,
            Path path,
            CompletableFuture<MediaFacts> facts,
            CompletableFuture<String> digest) {}

    private Sources survey(WorkerPool pool, ExecutorService threads, Runnable alive) {
        List<Asked> asked = new ArrayList<>();
        files.media()
                .forEach(
                        (src, path) ->
                                asked.add(
                                        new Asked(
                                                src,
                                                path,
                                                new CompletableFuture<>(),
                                                digest(path, threads, alive))));
        probe(pool, threads, alive, new ConcurrentLinkedQueue<>(asked));
        Map<String, CompletableFuture<FontSource>> fontDigests = new LinkedHashMap<>();
        files.fonts()
                .forEach(
                        (src, path) ->
                                fontDigests.put(
                                        src,
                                        digest(path, threads, alive)
                                                .thenApply(sha -> new FontSource(path, sha))));
        Map<String, SourceFile> media = new LinkedHashMap<>();
        for (Asked source : asked) {
            MediaFacts facts = join(source.facts());
            media.put(source.src(), new SourceFile(source.path(), join(source.digest()), facts));
        }
        Map<String, FontSource> fonts = new LinkedHashMap<>();
        fontDigests.forEach((src, font) -> fonts.put(src, join(font)));
        Sources sources = new Sources(media, fonts);
        requireStreams(sources);
        return sources;
    }

    /// One thread for each worker, so that a file on which a worker dies takes no other file with
    /// it.
    private void probe(
            WorkerPool pool, ExecutorService threads, Runnable alive, Queue<Asked> waiting) {
        for (int i = 0; i < Math.min(pool.size(), files.media().size()); i++) {
            int number = i;
            threads.execute(
                    () -> {
                        for (Asked next = waiting.poll(); next != null; next = waiting.poll()) {
                            try {
                                alive.run();
                                next.facts().complete(facts(pool, number, next));
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                                next.facts().completeExceptionally(e);
                            } catch (Throwable e) {
                                next.facts().completeExceptionally(e);
                            }
                        }
                    });
        }
    }

    private static CompletableFuture<String> digest(
            Path path, ExecutorService threads, Runnable alive) {
        return CompletableFuture.supplyAsync(() -> FileDigest.sha256(path, alive), threads);
    }

    private MediaFacts facts(WorkerPool pool, int number, Asked asked) throws InterruptedException {
        String src = asked.src();
        try {
            return probe(pool, number, asked.path());
        } catch (FailureException e) {
            if (e.failure().kind() == FailureKind.CANCELLED) {
                throw e;
            }
            throw new FailureException(
                    e.failure().with("file", src).with("pointer", firstPointer(src)), e);
        }
    }

    /// What a file is.
    ///
    /// @throws FailureException of a media kind: a file on which one decoder after another dies is
    ///   a broken file, not a defect of this program
    static MediaFacts probe(WorkerPool pool, int number, Path path) throws InterruptedException {
        try {
            return pool.call(number, new Job.Probe(path), JobResult.Probed.class).facts();
        } catch (FailureException e) {
            Failure failure = e.failure();
            boolean crash =
                    failure.kind() == FailureKind.WORKER_DIED
                            || failure.kind() == FailureKind.WORKER_STALLED;
            throw crash
                    ? new FailureException(
                            new Failure(FailureKind.MEDIA_BROKEN, failure.facts())
                                    .with("file", path.toString()),
                            e)
                    : e;
        }
    }

    private static <T> T join(CompletableFuture<T> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof FailureException failure) {
                throw failure;
            }
            throw Defects.asFailure(e.getCause() == null ? e : e.getCause());
        }
    }

    private String firstPointer(String src) {
        return project.layers().stream()
                .filter(layer -> sourceOf(layer).filter(src::equals).isPresent())
                .map(Layer::pointer)
                .findFirst()
                .map(pointer -> pointer + "/src")
                .orElse("");
    }

    private static Optional<String> sourceOf(Layer layer) {
        return switch (layer) {
            case VideoLayer video -> Optional.of(video.src());
            case ImageLayer image -> Optional.of(image.src());
            case AudioLayer audio -> Optional.of(audio.src());
            case TextLayer _, ShapeLayer _ -> Optional.empty();
        };
    }

    /// A video or image layer needs pictures, an audio layer sound.
    private void requireStreams(Sources sources) {
        for (Layer layer : project.layers()) {
            Optional<String> src = sourceOf(layer);
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
                                sound ? "sound" : "pictures")
                        .asException();
            }
        }
    }
}
