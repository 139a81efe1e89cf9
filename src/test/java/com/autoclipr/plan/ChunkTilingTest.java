package com.autoclipr.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.time.FrameRange;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChunkTilingTest {
    @Test
    void tilesWithoutGapOrOverlapAtAnyRateAndLength() {
        Random random = new Random(3);
        for (int i = 0; i < 500; i++) {
            FrameRate rate = FrameRate.of(1 + random.nextInt(120_000), 1 + random.nextInt(2_000));
            long frames = 1L + random.nextInt(5_000);
            long next = 0;
            for (FrameRange chunk : ChunkTiling.tile(frames, rate)) {
                assertEquals(next, chunk.first());
                assertTrue(chunk.count() > 0);
                next = chunk.end();
            }
            assertEquals(frames, next);
        }
    }

    @Test
    void aChunkHoldsTheFramesOfOneSecond() {
        FrameRate rate = FrameRate.of(30_000, 1_001);
        List<FrameRange> chunks = ChunkTiling.tile(rate.framesIn(Rational.of(600)), rate);
        for (int k = 0; k < chunks.size(); k++) {
            FrameRange chunk = chunks.get(k);
            assertTrue(rate.timeOfFrame(chunk.first()).compareTo(Rational.of(k)) >= 0);
            assertTrue(rate.timeOfFrame(chunk.end() - 1).compareTo(Rational.of(k + 1)) < 0);
        }
        assertEquals(600, chunks.size());
        assertEquals(29, chunks.stream().mapToLong(FrameRange::count).min().orElseThrow());
        assertEquals(30, chunks.stream().mapToLong(FrameRange::count).max().orElseThrow());
    }
}
