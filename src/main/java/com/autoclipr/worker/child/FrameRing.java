package com.autoclipr.worker.child;

import com.autoclipr.composition.PixelSize;
import com.autoclipr.media.picture.OutputFrame;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// A bounded ring of frames between drawing and encoding, for one thread on each side.
///
/// All its frames are allocated at the start. When none is free the drawing thread waits, so a slow
/// encoder holds back the renderer and memory does not grow.
final class FrameRing {
    private static final int FEWEST_SLOTS = 2;
    private static final int MOST_SLOTS = 16;

    private final int slots;
    private final BlockingQueue<OutputFrame> free;
    private final BlockingQueue<Entry> filled;
    private final AtomicLong waitNs = new AtomicLong();
    private final AtomicInteger peak = new AtomicInteger();

    /// What is handed from drawing to encoding.
    ///
    /// @param task the chunk it belongs to
    /// @param frame a frame of the ring; null: drawing the chunk has ended
    record Entry(ChunkTask task, @Nullable OutputFrame frame) {}

    /// @param size of each frame
    /// @param bytes most that all frames may take together; two are kept in any case
    FrameRing(PixelSize size, long bytes) {
        long frameBytes = size.width() * (long) size.height() * 3 / 2;
        this.slots = Math.clamp(bytes / frameBytes, FEWEST_SLOTS, MOST_SLOTS);
        this.free = new ArrayBlockingQueue<>(slots);
        this.filled = new ArrayBlockingQueue<>(slots + 2);
        for (int i = 0; i < slots; i++) {
            free.add(new OutputFrame(size.width(), size.height()));
        }
    }

    /// A frame to draw into; waits until one is free.
    OutputFrame acquire() throws InterruptedException {
        OutputFrame frame = free.poll();
        if (frame == null) {
            long start = System.nanoTime();
            frame = free.take();
            waitNs.addAndGet(System.nanoTime() - start);
        }
        peak.accumulateAndGet(slots - free.size(), Math::max);
        return frame;
    }

    /// Hands a drawn frame to the encoding side, or (without a frame) tells that a chunk is drawn.
    void publish(Entry entry) throws InterruptedException {
        filled.put(entry);
    }

    /// The next entry; waits until there is one.
    Entry take() throws InterruptedException {
        return filled.take();
    }

    /// Gives a frame back once it is encoded.
    void release(OutputFrame frame) {
        free.add(frame);
    }

    int slots() {
        return slots;
    }

    /// Most frames that were out of the free list at once.
    int peak() {
        return peak.get();
    }

    /// Nanoseconds that drawing has waited for encoding.
    long waitNs() {
        return waitNs.get();
    }
}
