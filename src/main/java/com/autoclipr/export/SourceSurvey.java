package com.autoclipr.export;

import com.autoclipr.composition.AudioLayer;
import com.autoclipr.composition.FontFile;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Finds out what the sources of a project are: workers probe them, this process digests them
/// meanwhile.
final class SourceSurvey {
    private final Project project;
    private final ProjectFiles.Loaded.Valid files;

    SourceSurvey(Project project, ProjectFiles.Loaded.Valid files) {
        this.project = project;
        this.files = files;
    }

    private record Asked(String src, Path path, Look facts, CompletableFuture<String> digest) {}

    /// @throws FailureException of a media kind, with the layer's pointer and the file as the
    ///   project names it
    Sources survey(WorkerPool pool) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Asked> asked = new ArrayList<>();
            for (Map.Entry<String, Path> source : files.media().entrySet()) {
                Path path = source.getValue();
                asked.add(
                        new Asked(
                                source.getKey(),
                                path,
                                Look.at(
                                        path,
                                        new Job.Probe(path),
                                        pool.ready(asked.size() % pool.size())),
                                CompletableFuture.supplyAsync(
                                        () -> FileDigest.sha256(path), threads)));
            }
            List<Look> fontChecks = new ArrayList<>();
            for (Path path : files.fonts().values()) {
                int place = (asked.size() + fontChecks.size()) % pool.size();
                fontChecks.add(Look.at(path, new Job.CheckFont(path), pool.ready(place)));
            }
            Map<String, FontSource> fonts = new LinkedHashMap<>();
            files.fonts()
                    .forEach(
                            (src, path) ->
                                    fonts.put(src, new FontSource(path, FileDigest.sha256(path))));
            Map<String, SourceFile> media = new LinkedHashMap<>();
            for (Asked source : asked) {
                MediaFacts facts = facts(source.src(), source.facts());
                media.put(
                        source.src(), new SourceFile(source.path(), join(source.digest()), facts));
            }
            requireFonts(List.copyOf(fonts.keySet()), fontChecks);
            Sources sources = new Sources(media, fonts);
            requireStreams(sources);
            return sources;
        }
    }

    private MediaFacts facts(String src, Look look) throws InterruptedException {
        try {
            return look.await(JobResult.Probed.class).facts();
        } catch (FailureException e) {
            Failure told = blamed(e.failure(), FailureKind.MEDIA_BROKEN);
            throw new FailureException(
                    told.with("file", src).with("pointer", firstPointer(src)), e);
        }
    }

    /// Of what happened to a worker that did nothing but look at a file, the file is the cause: one
    /// on which a decoder crashes is broken, and one that takes a worker's memory asks for more
    /// than the limits allow.
    private static Failure blamed(Failure failure, FailureKind broken) {
        return switch (failure.kind()) {
            case WORKER_DIED, WORKER_STALLED -> new Failure(broken, failure.facts());
            case OUT_OF_MEMORY ->
                    new Failure(FailureKind.MEDIA_LIMIT, failure.facts()).with("detail", "memory");
            default -> failure;
        };
    }

    private void requireFonts(List<String> sources, List<Look> checks) throws InterruptedException {
        for (int i = 0; i < sources.size(); i++) {
            String src = sources.get(i);
            try {
                checks.get(i).await(JobResult.FontChecked.class);
            } catch (FailureException e) {
                String pointer =
                        project.fonts().stream()
                                .filter(font -> font.src().equals(src))
                                .map(FontFile::pointer)
                                .findFirst()
                                .map(found -> found + "/src")
                                .orElse("");
                Failure told = blamed(e.failure(), FailureKind.FONT_BROKEN);
                throw new FailureException(told.with("file", src).with("pointer", pointer), e);
            }
        }
    }

    private static String join(CompletableFuture<String> digest) {
        try {
            return digest.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof FailureException failure) {
                throw failure;
            }
            throw e;
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
