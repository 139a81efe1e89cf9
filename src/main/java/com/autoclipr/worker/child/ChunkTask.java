package com.autoclipr.worker.child;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.Failure;
import com.autoclipr.media.encoded.Provenance;
import com.autoclipr.plan.Chunk;
import com.autoclipr.time.FrameRange;
import com.autoclipr.worker.protocol.ChunkWork;
import com.autoclipr.worker.protocol.RendererUse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// One chunk on its way through the two threads of a worker.
final class ChunkTask {
    private final long id;
    private final Chunk chunk;
    private final Path target;
    private final AtomicReference<@Nullable Failure> failure = new AtomicReference<>();
    private volatile Drawing drawing = Drawing.NONE;
    private volatile List<Decision> decisions = List.of();

    /// The cost of drawing the chunk.
    ///
    /// @param decodeNs nanoseconds of decoding
    /// @param drawNs nanoseconds of drawing, decoding excluded
    /// @param waitNs nanoseconds of waiting for a free frame
    record Drawing(long decodeNs, long drawNs, long waitNs, RendererUse renderer) {
        static final Drawing NONE = new Drawing(0, 0, 0, RendererUse.NONE);
    }

    ChunkTask(long id, Chunk chunk, Path target) {
        this.id = id;
        this.chunk = chunk;
        this.target = target;
    }

    long id() {
        return id;
    }

    int chunk() {
        return chunk.index();
    }

    FrameRange frames() {
        return chunk.frames();
    }

    Path target() {
        return target;
    }

    /// The first failure of either thread counts.
    void fail(Failure reason) {
        failure.compareAndSet(null, reason);
    }

    @Nullable Failure failure() {
        return failure.get();
    }

    /// Called by the drawing thread when it is done, before it publishes the end.
    void drawn(Drawing done, List<Decision> met) {
        drawing = done;
        decisions = chunk.names().toStored(met);
    }

    /// The decisions as they are stored.
    List<Decision> decisions() {
        return decisions;
    }

    /// The provenance for the file of the chunk; valid after [#drawn].
    Provenance provenance() {
        return new Provenance(chunk.key(), decisions);
    }

    /// @param encodeWaitNs nanoseconds that encoding waited for frames
    ChunkWork work(long encodedFrames, long encodeNs, long encodeWaitNs, FrameRing ring) {
        Drawing drawn = drawing;
        return new ChunkWork(
                encodedFrames,
                drawn.decodeNs(),
                drawn.drawNs(),
                encodeNs,
                new ChunkWork.RingUse(drawn.waitNs(), encodeWaitNs, ring.peak(), ring.slots()),
                drawn.renderer());
    }
}
