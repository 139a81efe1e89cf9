package com.autoclipr.worker.child;

import com.autoclipr.audio.AudioProcessor;
import com.autoclipr.composition.PixelSize;
import com.autoclipr.composition.Project;
import com.autoclipr.composition.ProjectReader;
import com.autoclipr.failure.Decision;
import com.autoclipr.files.FileFailures;
import com.autoclipr.files.SystemFiles;
import com.autoclipr.media.MediaLibrary;
import com.autoclipr.media.VideoEncoding;
import com.autoclipr.media.encoded.EncodedAudioFile;
import com.autoclipr.media.encoded.Provenance;
import com.autoclipr.media.picture.OutputFrame;
import com.autoclipr.render.FramePng;
import com.autoclipr.render.FrameRenderer;
import com.autoclipr.time.Rational;
import com.autoclipr.worker.protocol.Job;
import com.autoclipr.worker.protocol.JobResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The project that a worker draws and encodes, with its renderer, which is kept open between jobs
/// so that decoders continue without seeking. Owns the renderer and the encoding thread.
final class OpenProject implements AutoCloseable {
    private final Project project;
    private final Job.Open settings;
    private final MediaLibrary media;
    private final ResponseWriter responses;
    private final FrameRenderer renderer;
    private final ChunkPipeline pipeline;

    OpenProject(Job.Open settings, MediaLibrary media, ResponseWriter responses) {
        this.settings = settings;
        this.media = media;
        this.responses = responses;
        this.project = ProjectReader.read(settings.project()).project().orElseThrow();
        VideoEncoding encoding = settings.encoding();
        PixelSize size = new PixelSize(encoding.width(), encoding.height());
        PipelineClock clock = new PipelineClock();
        MeasuredPictures pictures = new MeasuredPictures(media, clock);
        this.renderer =
                new FrameRenderer(
                        project,
                        size,
                        settings.sources(),
                        pictures,
                        settings.limits().layerCacheBytes());
        if (settings.breadcrumbs()) {
            renderer.onLayer(new LayerBreadcrumbs(project, responses)::at);
        }
        FrameRing ring = new FrameRing(size, settings.limits().frameRingBytes());
        this.pipeline =
                new ChunkPipeline(
                        new ChunkPipeline.Drawing(
                                renderer, pictures, clock, this::timelineTimeOf, settings.export()),
                        ring,
                        new ChunkEncoding(media, encoding, responses, settings.export()));
        responses.follow(() -> Optional.of(clock.sample(ring.filled(), ring.slots())));
    }

    /// Lays out all texts, so that an invalid font stops the export before it begins and decisions
    /// about glyphs do not depend on what is drawn later.
    JobResult.Opened prepare() {
        renderer.prepareTexts();
        return new JobResult.Opened(renderer.decisions());
    }

    VideoEncoding encoding() {
        return settings.encoding();
    }

    /// The id of the export.
    String export() {
        return settings.export();
    }

    long frameCount() {
        return settings.frameCount();
    }

    private Rational timelineTimeOf(long frameIndex) {
        return project.cut().start().plus(settings.encoding().frameRate().timeOfFrame(frameIndex));
    }

    JobResult.Drawn draw(Rational timelineTime, Path target) {
        OutputFrame frame =
                new OutputFrame(settings.encoding().width(), settings.encoding().height());
        renderer.render(timelineTime, frame);
        try {
            Files.write(target, FramePng.encode(frame));
        } catch (IOException e) {
            throw FileFailures.writing(target, e);
        }
        return new JobResult.Drawn(renderer.decisions());
    }

    void encode(ChunkTask task) throws InterruptedException {
        pipeline.draw(task);
    }

    JobResult.AudioEncoded encodeAudio(long id, Job.EncodeAudio job) {
        long start = System.nanoTime();
        AudioProcessor processor =
                new AudioProcessor(
                        project, settings.sources(), media, settings.encoding().frameRate());
        if (settings.breadcrumbs()) {
            processor.onLayer(new LayerBreadcrumbs(project, responses)::at);
        }
        AudioProcessor.Result result =
                processor.process(samples -> responses.progress(id, samples));
        List<Decision> decisions = job.audio().names().toStored(result.decisions());
        EncodedAudioFile.write(
                new SystemFiles(),
                job.target(),
                result.audio(),
                new Provenance(job.audio().key(), decisions));
        return new JobResult.AudioEncoded(
                Jobs.sizeOf(job.target()), decisions, System.nanoTime() - start);
    }

    @Override
    public void close() {
        responses.follow(Optional::empty);
        pipeline.close();
        renderer.close();
    }
}
