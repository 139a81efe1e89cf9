package com.autoclipr.worker.child;

import com.autoclipr.composition.PixelSize;
import com.autoclipr.media.picture.OutputFrame;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// A bounded ring of frames between drawing and encoding, with one thread on each side.
///
/// All frames are allocated at the start. If none is free, the drawing thread waits, so a slow
/// encoder throttles the renderer and memory does not grow.
final class FrameRing {
    private static final int FEWEST_SLOTS = 2;
    private static final int MOST_SLOTS = 16;

    private final int slots;
    private final BlockingQueue<OutputFrame> free;
    private final BlockingQueue<Entry> filled;
    private final AtomicLong waitNs = new AtomicLong();
    private final AtomicInteger peak = new AtomicInteger();

    /// An item passed from drawing to encoding.
    ///
    /// @param task its chunk
    /// @param frame a frame of the ring; null marks the end of the chunk
    record Entry(ChunkTask task, @Nullable OutputFrame frame) {}

    /// @param size of each frame
    /// @param bytes limit for all frames together; there are at least two
    FrameRing(PixelSize size, long bytes) {
        long frameBytes = size.width() * (long) size.height() * 3 / 2;
        this.slots = Math.clamp(bytes / frameBytes, FEWEST_SLOTS, MOST_SLOTS);
        this.free = new ArrayBlockingQueue<>(slots);
        this.filled = new ArrayBlockingQueue<>(slots + 2);
        for (int i = 0; i < slots; i++) {
            free.add(new OutputFrame(size.width(), size.height()));
        }
    }

    /// Returns a frame to draw into; waits until one is free.
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

    /// Passes a drawn frame, or without a frame the end of a chunk, to the encoding side.
    void publish(Entry entry) throws InterruptedException {
        filled.put(entry);
    }

    /// Returns the next item; waits until there is one.
    Entry take() throws InterruptedException {
        return filled.take();
    }

    /// Releases a frame once it is encoded.
    void release(OutputFrame frame) {
        free.add(frame);
    }

    int slots() {
        return slots;
    }

    /// Drawn frames that wait to be encoded. Any thread may call.
    int filled() {
        return Math.min(filled.size(), slots);
    }

    /// The peak number of frames in use.
    int peak() {
        return peak.get();
    }

    /// Nanoseconds that drawing waited for encoding.
    long waitNs() {
        return waitNs.get();
    }
}
