package com.autoclipr.plan;

import com.autoclipr.time.FrameRange;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.util.ArrayList;
import java.util.List;

/// Sole owner of chunk boundaries: chunk `k` has the frames `n` with `k ≤ n / fps < k + 1` seconds.
///
/// At 30000/1001 fps most chunks have 30 frames and every thirty-fourth or so has 29; boundaries
/// are computed from the origin, so they never drift. Frame rates under 1 give chunks of one frame.
final class ChunkTiling {
    private ChunkTiling() {}

    static List<FrameRange> tile(long frameCount, FrameRate frameRate) {
        List<FrameRange> chunks = new ArrayList<>();
        long first = 0;
        for (long second = 1; first < frameCount; second++) {
            long end = Math.min(frameRate.firstFrameAtOrAfter(Rational.of(second)), frameCount);
            if (end > first) {
                chunks.add(new FrameRange(first, end));
                first = end;
            }
        }
        return chunks;
    }
}
