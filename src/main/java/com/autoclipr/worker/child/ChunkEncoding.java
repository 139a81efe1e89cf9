package com.autoclipr.worker.child;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.files.SystemFiles;
import com.autoclipr.media.MediaLibrary;
import com.autoclipr.media.VideoEncoder;
import com.autoclipr.media.VideoEncoding;
import com.autoclipr.media.encoded.EncodedVideo;
import com.autoclipr.media.encoded.EncodedVideoFile;
import com.autoclipr.media.picture.OutputFrame;
import com.autoclipr.worker.flight.ChunkFlight;
import com.autoclipr.worker.protocol.JobResult;
import org.jspecify.annotations.Nullable;

/// The encoding side of the pipeline: a new encoder for every chunk, verification of its output,
/// the file, the response. Not thread-safe.
final class ChunkEncoding implements AutoCloseable {
    private final MediaLibrary media;
    private final VideoEncoding encoding;
    private final ResponseWriter responses;
    private final String export;
    private ChunkFlight flight = new ChunkFlight(ChunkFlight.Stage.ENCODE);
    private @Nullable VideoEncoder encoder;
    private long frames;
    private long encodeNs;
    private long waitNs;

    /// @param export its id
    ChunkEncoding(
            MediaLibrary media, VideoEncoding encoding, ResponseWriter responses, String export) {
        this.media = media;
        this.encoding = encoding;
        this.responses = responses;
        this.export = export;
    }

    /// Adds a wait for a frame; the one before the first frame of a chunk is not counted.
    void waited(long elapsedNs) {
        if (encoder != null) {
            waitNs += elapsedNs;
        }
    }

    void encode(ChunkTask task, OutputFrame frame) {
        if (task.failure() != null) {
            return;
        }
        long start = System.nanoTime();
        try {
            VideoEncoder open = encoder;
            if (open == null) {
                flight.begin();
                open = media.openVideoEncoder(encoding);
                encoder = open;
            }
            open.encode(frame);
            frames++;
            reportProgress(task, open);
        } catch (FailureException e) {
            task.fail(e.failure());
        } catch (RuntimeException e) {
            task.fail(ResponseWriter.unexpected(e));
        }
        encodeNs += System.nanoTime() - start;
    }

    /// Called for each frame that enters the encoder too, as a sign of progress, although it counts
    /// only once it is encoded.
    private void reportProgress(ChunkTask task, VideoEncoder open) {
        responses.progress(task.id(), open.encoded());
    }

    /// Writes the chunk and responds, or responds with the failure of either side.
    void finish(ChunkTask task, FrameRing ring) {
        long start = System.nanoTime();
        if (task.failure() == null) {
            try {
                write(task);
            } catch (FailureException e) {
                task.fail(e.failure());
            } catch (RuntimeException e) {
                task.fail(ResponseWriter.unexpected(e));
            }
        }
        encodeNs += System.nanoTime() - start;
        Failure failure = task.failure();
        if (failure != null) {
            responses.failed(task.id(), failure);
        } else {
            responses.done(
                    task.id(),
                    new JobResult.ChunkEncoded(
                            Jobs.sizeOf(task.target()),
                            task.decisions(),
                            task.work(frames, encodeNs, waitNs, ring)));
        }
        flight.spent(encodeNs, waitNs);
        flight.record(export, task.chunk(), frames);
        close();
    }

    private void write(ChunkTask task) {
        VideoEncoder open = encoder;
        if (open == null) {
            throw Failure.of(FailureKind.INTERNAL_ERROR)
                    .with(Fact.DETAIL, "a chunk without frames")
                    .asException();
        }
        EncodedVideo video = open.finish(() -> reportProgress(task, open));
        verify(task, video);
        EncodedVideoFile.write(new SystemFiles(), task.target(), video, task.provenance());
    }

    /// A chunk is accepted only if it has one packet for each requested frame and begins with an
    /// IDR.
    private static void verify(ChunkTask task, EncodedVideo video) {
        long wanted = task.frames().count();
        long distinct =
                video.packets().stream()
                        .mapToLong(packet -> packet.presentationIndex())
                        .filter(index -> index >= 0 && index < wanted)
                        .distinct()
                        .count();
        int packets = video.packets().size();
        if (packets != wanted || distinct != wanted) {
            throw refused(
                    "chunk of %d frames came out with %d packets, %d of its frames"
                            .formatted(wanted, packets, distinct));
        }
        if (!video.packets().getFirst().keyFrame()) {
            throw refused("a chunk does not begin with an IDR");
        }
    }

    private static FailureException refused(String detail) {
        return Failure.of(FailureKind.ENCODING_FAILED).with(Fact.DETAIL, detail).asException();
    }

    @Override
    public void close() {
        VideoEncoder open = encoder;
        encoder = null;
        frames = 0;
        encodeNs = 0;
        waitNs = 0;
        flight = new ChunkFlight(ChunkFlight.Stage.ENCODE);
        if (open != null) {
            open.close();
        }
    }
}
