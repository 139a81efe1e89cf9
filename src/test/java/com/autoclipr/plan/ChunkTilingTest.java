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
            Rational start = Rational.of(random.nextInt(100_000), 1 + random.nextInt(3_000));
            for (FrameRange chunk : ChunkTiling.tile(start, frames, rate)) {
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
        long frames = rate.framesIn(Rational.of(600));
        List<FrameRange> chunks = ChunkTiling.tile(Rational.ZERO, frames, rate);
        for (int k = 0; k < chunks.size(); k++) {
            FrameRange chunk = chunks.get(k);
            assertTrue(rate.timeOfFrame(chunk.first()).compareTo(Rational.of(k)) >= 0);
            assertTrue(rate.timeOfFrame(chunk.end() - 1).compareTo(Rational.of(k + 1)) < 0);
        }
        assertEquals(600, chunks.size());
        assertEquals(29, chunks.stream().mapToLong(FrameRange::count).min().orElseThrow());
        assertEquals(30, chunks.stream().mapToLong(FrameRange::count).max().orElseThrow());
    }

    @Test
    void chunksAreSecondsOfTheTimelineWhereverTheCutBegins() {
        FrameRate rate = FrameRate.of(30, 1);
        assertEquals(
                List.of(new FrameRange(0, 12), new FrameRange(12, 42), new FrameRange(42, 50)),
                ChunkTiling.tile(Rational.of(28, 5), 50, rate));
        assertEquals(
                List.of(new FrameRange(0, 1), new FrameRange(1, 31)),
                ChunkTiling.tile(Rational.of(299, 100), 31, rate));
    }
}
