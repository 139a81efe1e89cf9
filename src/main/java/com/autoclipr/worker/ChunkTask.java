package com.autoclipr.worker;

import com.autoclipr.failure.Failure;
import com.autoclipr.media.Decision;
import com.autoclipr.media.Provenance;
import com.autoclipr.plan.Chunk;
import com.autoclipr.time.FrameRange;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// One chunk on its way through a worker's two threads.
final class ChunkTask {
    private final long id;
    private final Chunk chunk;
    private final Path target;
    private final AtomicReference<@Nullable Failure> failure = new AtomicReference<>();
    private volatile long drawNs;
    private volatile RendererUse renderer = RendererUse.NONE;
    private volatile List<Decision> decisions = List.of();

    ChunkTask(long id, Chunk chunk, Path target) {
        this.id = id;
        this.chunk = chunk;
        this.target = target;
    }

    long id() {
        return id;
    }

    FrameRange frames() {
        return chunk.frames();
    }

    Path target() {
        return target;
    }

    /// The first failure of either thread is the one that counts.
    void fail(Failure reason) {
        failure.compareAndSet(null, reason);
    }

    @Nullable Failure failure() {
        return failure.get();
    }

    /// Called by the drawing thread when it has ended, before it publishes the end.
    void drawn(long elapsedNs, RendererUse soFar, List<Decision> met) {
        drawNs = elapsedNs;
        renderer = soFar;
        decisions = List.copyOf(met);
    }

    List<Decision> decisions() {
        return decisions;
    }

    /// What is written into the chunk's file about it; after [#drawn].
    Provenance provenance() {
        return new Provenance(chunk.key(), chunk.names().toStored(decisions));
    }

    ChunkWork work(long encodedFrames, long encodeNs, FrameRing ring) {
        return new ChunkWork(
                encodedFrames,
                drawNs,
                encodeNs,
                ring.waitNs(),
                ring.peak(),
                ring.slots(),
                renderer);
    }
}
