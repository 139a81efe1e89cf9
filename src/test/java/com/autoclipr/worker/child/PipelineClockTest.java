package com.autoclipr.worker.child;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.autoclipr.worker.child.PipelineClock.Drawing;
import com.autoclipr.worker.child.PipelineClock.Encoding;
import com.autoclipr.worker.protocol.PipelineSample;
import org.junit.jupiter.api.Test;

class PipelineClockTest {
    private long nowNs = 7_000;
    private final PipelineClock clock = new PipelineClock(() -> nowNs);

    private void after(long elapsedNs) {
        nowNs += elapsedNs;
    }

    /// A worker without a chunk waits for nothing in its own pipeline.
    @Test
    void timeWithoutAChunkCountsForNothing() {
        after(500);
        assertEquals(new PipelineSample(0, 0, 0, 0, 0, 0, 4), clock.sample(0, 4));
    }

    @Test
    void bothThreadsCountWhatTheyDo() {
        clock.drawing(Drawing.DRAWING);
        after(10);
        Drawing before = clock.drawing(Drawing.DECODING);
        after(100);
        clock.drawing(before);
        after(20);
        clock.encoding(Encoding.ENCODING);
        clock.drawing(Drawing.WAITING);
        after(1_000);
        clock.drawing(Drawing.IDLE);
        after(5);
        clock.encoding(Encoding.WAITING);
        after(70);
        assertEquals(new PipelineSample(100, 30, 1_000, 1_005, 130, 3, 4), clock.sample(3, 4));
    }

    /// A decoder that does not return is seen.
    @Test
    void whatIsUnderWayIsInTheSample() {
        clock.drawing(Drawing.DECODING);
        after(3_000);
        assertEquals(new PipelineSample(3_000, 0, 0, 0, 3_000, 0, 4), clock.sample(0, 4));
        after(2_000);
        assertEquals(new PipelineSample(5_000, 0, 0, 0, 5_000, 0, 4), clock.sample(0, 4));
    }
}
