package com.autoclipr.worker.child;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.media.MediaLibrary;
import com.autoclipr.media.Muxer;
import com.autoclipr.media.MuxerTracks;
import com.autoclipr.media.encoded.EncodedAudio;
import com.autoclipr.media.encoded.EncodedAudioFile;
import com.autoclipr.media.encoded.EncodedVideo;
import com.autoclipr.media.encoded.EncodedVideoFile;
import com.autoclipr.media.encoded.PacketDigest;
import com.autoclipr.render.FrameRenderer;
import com.autoclipr.render.skia.FontCheck;
import com.autoclipr.worker.flight.ChunkFlight;
import com.autoclipr.worker.protocol.Job;
import com.autoclipr.worker.protocol.JobResult;
import com.autoclipr.worker.protocol.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Runs the jobs of a worker process on the calling thread.
final class Jobs {
    private final MediaLibrary media;
    private final ResponseWriter responses;
    private @Nullable OpenProject project;

    Jobs(MediaLibrary media, ResponseWriter responses) {
        this.media = media;
        this.responses = responses;
    }

    /// Runs the job of `request` and responds; the encoding of a chunk continues after this
    /// returns.
    void start(Message.Request request) throws InterruptedException {
        long id = request.id();
        switch (request.job()) {
            case Job.Describe _ ->
                    responses.done(
                            id,
                            new JobResult.Described(
                                    media.fingerprint() + "; " + FrameRenderer.fingerprint()));
            case Job.Probe probe ->
                    responses.done(id, new JobResult.Probed(media.probe(probe.file())));
            case Job.CheckFont font ->
                    responses.done(id, new JobResult.FontChecked(FontCheck.faces(font.file())));
            case Job.Open open -> {
                responses.done(id, open(open));
            }
            case Job.DrawFrame draw ->
                    responses.done(id, opened().draw(draw.timelineTime(), draw.target()));
            case Job.EncodeChunk encode ->
                    opened().encode(new ChunkTask(id, encode.chunk(), encode.target()));
            case Job.EncodeAudio encode -> responses.done(id, opened().encodeAudio(id, encode));
            case Job.Assemble assemble -> responses.done(id, assemble(id, assemble));
            case Job.Inspect inspect ->
                    responses.done(
                            id,
                            new JobResult.Inspected(
                                    media.inspect(
                                            inspect.file(),
                                            inspect.frameRate(),
                                            packets -> responses.progress(id, packets))));
        }
    }

    private JobResult.Opened open(Job.Open open) {
        OpenProject before = project;
        if (before != null) {
            project = null;
            before.close();
        }
        OpenProject opened = new OpenProject(open, media, responses);
        project = opened;
        return opened.prepare();
    }

    private OpenProject opened() {
        OpenProject open = project;
        if (open == null) {
            throw Failure.of(FailureKind.INTERNAL_ERROR)
                    .with(Fact.DETAIL, "no project is open")
                    .asException();
        }
        return open;
    }

    private JobResult.Assembled assemble(long id, Job.Assemble job) {
        Optional<EncodedAudio> audio = job.audio().map(EncodedAudioFile::read);
        EncodedVideo first = EncodedVideoFile.read(job.chunks().getFirst().file());
        MuxerTracks tracks =
                new MuxerTracks(opened().encoding(), first.header(), opened().frameCount(), audio);
        PacketDigest digest = new PacketDigest();
        try (Muxer muxer = media.openMuxer(job.target(), tracks)) {
            int written = 0;
            for (Job.ChunkFile chunk : job.chunks()) {
                ChunkFlight flight = new ChunkFlight(ChunkFlight.Stage.MUX);
                flight.begin();
                long start = System.nanoTime();
                EncodedVideo packets = written == 0 ? first : EncodedVideoFile.read(chunk.file());
                digest.add(packets, chunk.firstFrame());
                muxer.write(packets, chunk.firstFrame());
                flight.spent(System.nanoTime() - start, 0);
                flight.record(opened().export(), written, packets.packets().size());
                written++;
                responses.progress(id, written);
            }
            muxer.finish();
        }
        return new JobResult.Assembled(sizeOf(job.target()), digest.hex());
    }

    /// The size of a file that was just written, in bytes.
    ///
    /// @throws com.autoclipr.failure.FailureException STORED_FILE_CORRUPT if it was deleted
    static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new FailureException(
                    Failure.of(FailureKind.STORED_FILE_CORRUPT)
                            .with(Fact.FILE, file.toString())
                            .with(Fact.DETAIL, e.toString()),
                    e);
        }
    }
}
