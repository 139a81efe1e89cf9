package com.autoclipr.worker;

import com.autoclipr.failure.FailureException;
import com.autoclipr.media.OutputFrame;
import com.autoclipr.render.FrameRenderer;
import com.autoclipr.render.RenderStatistics;
import com.autoclipr.time.Rational;
import java.util.function.LongFunction;

/// Draws chunks on the calling thread into the frame ring; a thread of its own takes them out and
/// encodes them.
final class ChunkPipeline implements AutoCloseable {
    private static final int ENCODING_FAILED = 4;

    private final FrameRenderer renderer;
    private final LongFunction<Rational> timelineTimeOf;
    private final FrameRing ring;
    private final ChunkEncoding encoding;
    private final Thread encodingThread;

    ChunkPipeline(
            FrameRenderer renderer,
            LongFunction<Rational> timelineTimeOf,
            FrameRing ring,
            ChunkEncoding encoding) {
        this.renderer = renderer;
        this.timelineTimeOf = timelineTimeOf;
        this.ring = ring;
        this.encoding = encoding;
        this.encodingThread = Thread.ofPlatform().daemon().name("encoding").start(this::encodeAll);
    }

    /// Draws every frame of `task`; returns when the last one is in the ring. A failure is answered
    /// by the encoding side, after the frames before it.
    void draw(ChunkTask task) throws InterruptedException {
        long drawNs = 0;
        try {
            for (long n = task.frames().first();
                    n < task.frames().end() && task.failure() == null;
                    n++) {
                OutputFrame frame = ring.acquire();
                long start = System.nanoTime();
                try {
                    renderer.render(timelineTimeOf.apply(n), frame);
                } catch (RuntimeException e) {
                    ring.release(frame);
                    throw e;
                }
                drawNs += System.nanoTime() - start;
                ring.publish(new FrameRing.Entry(task, frame));
            }
        } catch (FailureException e) {
            task.fail(e.failure());
        } catch (RuntimeException e) {
            task.fail(Replies.unexpected(e));
        }
        task.drawn(drawNs, rendererUse(), renderer.decisions());
        ring.publish(new FrameRing.Entry(task, null));
    }

    private void encodeAll() {
        try {
            while (true) {
                FrameRing.Entry entry = ring.take();
                OutputFrame frame = entry.frame();
                if (frame == null) {
                    encoding.finish(entry.task(), ring);
                } else {
                    encoding.encode(entry.task(), frame);
                    ring.release(frame);
                }
            }
        } catch (InterruptedException e) {
            encoding.close();
        } catch (Throwable e) {
            // Without this thread the worker would wait for ever: the controller sees it die, and
            // why.
            e.printStackTrace();
            Runtime.getRuntime().halt(ENCODING_FAILED);
        }
    }

    @Override
    public void close() {
        encodingThread.interrupt();
        try {
            encodingThread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private RendererUse rendererUse() {
        RenderStatistics soFar = renderer.statistics();
        return new RendererUse(
                soFar.cacheHits(),
                soFar.cacheMisses(),
                soFar.cacheEvictions(),
                soFar.cacheBytes(),
                soFar.picturesDecoded(),
                soFar.framesDrawn(),
                soFar.framesReused());
    }
}
