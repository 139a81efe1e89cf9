package com.autoclipr.worker.child;

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

/// The encoding side of the pipeline: a fresh encoder for every chunk, verification of what it
/// made, the file, the answer. Used by one thread.
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

    /// Told of every wait for a frame; the one before a chunk's first frame is nobody's.
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
            tell(task, open);
        } catch (FailureException e) {
            task.fail(e.failure());
        } catch (RuntimeException e) {
            task.fail(ResponseWriter.unexpected(e));
        }
        encodeNs += System.nanoTime() - start;
    }

    /// For each frame that goes in as well, although it counts when it is encoded: a sign that the
    /// chunk gets on.
    private void tell(ChunkTask task, VideoEncoder open) {
        responses.progress(task.id(), open.encoded());
    }

    /// Writes the chunk and answers, or answers with the failure that either side met.
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
            throw Failure.of(FailureKind.INTERNAL_ERROR, "detail", "a chunk without frames")
                    .asException();
        }
        EncodedVideo video = open.finish(() -> tell(task, open));
        verify(task, video);
        EncodedVideoFile.write(new SystemFiles(), task.target(), video, task.provenance());
    }

    /// A chunk is accepted only if it has as many packets as frames were asked for, each frame
    /// once, an IDR first.
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
        return Failure.of(FailureKind.ENCODING_FAILED, "detail", detail).asException();
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
