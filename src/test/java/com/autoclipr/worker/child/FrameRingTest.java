package com.autoclipr.worker.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.composition.PixelSize;
import com.autoclipr.media.picture.OutputFrame;
import com.autoclipr.plan.Chunk;
import com.autoclipr.plan.SliceNames;
import com.autoclipr.time.FrameRange;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FrameRingTest {
    private static final ChunkTask TASK =
            new ChunkTask(
                    1,
                    new Chunk(
                            0,
                            new FrameRange(0, 1),
                            "ab12",
                            new SliceNames(List.of(), Map.of(), Map.of())),
                    Path.of("x"));

    @Test
    void holdsAsManyFramesAsTheBytesAllowButAtLeastTwo() {
        PixelSize size = new PixelSize(100, 100);
        assertEquals(4, new FrameRing(size, 60_000).slots());
        assertEquals(2, new FrameRing(size, 0).slots());
        assertEquals(16, new FrameRing(size, 1L << 40).slots());
    }

    @Test
    void aSlowEncoderHoldsTheRendererBack() throws InterruptedException {
        FrameRing ring = new FrameRing(new PixelSize(16, 16), 3 * 384);
        List<Integer> order = new ArrayList<>();
        Thread drawing =
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    try {
                                        for (int i = 0; i < 50; i++) {
                                            OutputFrame frame = ring.acquire();
                                            frame.luma()[0] = (byte) i;
                                            ring.publish(new FrameRing.Entry(TASK, frame));
                                        }
                                        ring.publish(new FrameRing.Entry(TASK, null));
                                    } catch (InterruptedException e) {
                                        Thread.currentThread().interrupt();
                                    }
                                });
        while (true) {
            FrameRing.Entry entry = ring.take();
            OutputFrame frame = entry.frame();
            if (frame == null) {
                break;
            }
            Thread.sleep(1);
            order.add((int) frame.luma()[0]);
            ring.release(frame);
        }
        drawing.join();
        assertEquals(50, order.size());
        for (int i = 0; i < 50; i++) {
            assertEquals(i, order.get(i));
        }
        assertEquals(3, ring.peak());
        assertTrue(ring.waitNs() > 0);
    }
}
