package com.autoclipr.worker.child;

import com.autoclipr.failure.FailureException;
import com.autoclipr.media.picture.OutputFrame;
import com.autoclipr.render.FrameRenderer;
import com.autoclipr.render.RenderStatistics;
import com.autoclipr.time.Rational;
import com.autoclipr.worker.flight.ChunkFlight;
import com.autoclipr.worker.protocol.RendererUse;
import java.util.function.LongFunction;

/// Draws chunks on the calling thread into the frame ring; a second thread takes the frames out and
/// encodes them.
final class ChunkPipeline implements AutoCloseable {
    private static final int ENCODING_FAILED = 4;

    private final FrameRenderer renderer;
    private final MeasuredPictures pictures;
    private final String export;
    private final LongFunction<Rational> timelineTimeOf;
    private final FrameRing ring;
    private final ChunkEncoding encoding;
    private final PipelineClock clock;
    private final Thread encodingThread;
    private RenderStatistics before = RenderStatistics.NONE;

    /// What the drawing side needs.
    ///
    /// @param pictures the renderer's source of pictures
    /// @param clock that `pictures` reports to as well
    /// @param export its id
    record Drawing(
            FrameRenderer renderer,
            MeasuredPictures pictures,
            PipelineClock clock,
            LongFunction<Rational> timelineTimeOf,
            String export) {}

    ChunkPipeline(Drawing drawing, FrameRing ring, ChunkEncoding encoding) {
        this.renderer = drawing.renderer();
        this.pictures = drawing.pictures();
        this.clock = drawing.clock();
        this.timelineTimeOf = drawing.timelineTimeOf();
        this.export = drawing.export();
        this.ring = ring;
        this.encoding = encoding;
        this.encodingThread = Thread.ofPlatform().daemon().name("encoding").start(this::encodeAll);
    }

    /// Draws every frame of `task`; returns when the last one is in the ring. The encoding side
    /// reports a failure, after the frames before it.
    void draw(ChunkTask task) throws InterruptedException {
        long drawNs = 0;
        long waitNs = ring.waitNs();
        long decodeNs = pictures.decodeNs();
        ChunkFlight drawFlight = new ChunkFlight(ChunkFlight.Stage.DRAW);
        ChunkFlight decodeFlight = new ChunkFlight(ChunkFlight.Stage.DECODE);
        drawFlight.begin();
        decodeFlight.begin();
        try {
            for (long n = task.frames().first();
                    n < task.frames().end() && task.failure() == null;
                    n++) {
                clock.drawing(PipelineClock.Drawing.WAITING);
                OutputFrame frame = ring.acquire();
                clock.drawing(PipelineClock.Drawing.DRAWING);
                long start = System.nanoTime();
                try {
                    renderer.render(timelineTimeOf.apply(n), frame);
                } catch (Throwable e) {
                    ring.release(frame);
                    throw e;
                }
                drawNs += System.nanoTime() - start;
                ring.publish(new FrameRing.Entry(task, frame));
            }
        } catch (FailureException e) {
            task.fail(e.failure());
        } catch (RuntimeException | Error e) {
            // Whatever went wrong, the chunk has to be ended, or its encoder would receive frames
            // of the next one.
            task.fail(ResponseWriter.unexpected(e));
        } finally {
            clock.drawing(PipelineClock.Drawing.IDLE);
        }
        decodeNs = pictures.decodeNs() - decodeNs;
        waitNs = ring.waitNs() - waitNs;
        decodeFlight.spent(decodeNs, 0);
        decodeFlight.record(export, task.chunk(), task.frames().count());
        drawFlight.spent(drawNs - decodeNs, waitNs);
        drawFlight.record(export, task.chunk(), task.frames().count());
        task.drawn(
                new ChunkTask.Drawing(decodeNs, drawNs - decodeNs, waitNs, rendererUse()),
                renderer.decisions());
        ring.publish(new FrameRing.Entry(task, null));
    }

    private void encodeAll() {
        try {
            while (true) {
                long start = System.nanoTime();
                FrameRing.Entry entry = ring.take();
                encoding.waited(System.nanoTime() - start);
                clock.encoding(PipelineClock.Encoding.ENCODING);
                OutputFrame frame = entry.frame();
                if (frame == null) {
                    encoding.finish(entry.task(), ring);
                } else {
                    encoding.encode(entry.task(), frame);
                    ring.release(frame);
                }
                clock.encoding(PipelineClock.Encoding.WAITING);
            }
        } catch (InterruptedException e) {
            encoding.close();
        } catch (Throwable e) {
            // Without this thread the worker would wait forever, so it dies and the controller
            // learns why.
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

    /// Since the last call.
    private RendererUse rendererUse() {
        RenderStatistics now = renderer.statistics();
        RendererUse use = RendererUse.between(before, now);
        before = now;
        return use;
    }
}
