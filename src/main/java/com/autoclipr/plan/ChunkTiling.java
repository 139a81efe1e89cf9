package com.autoclipr.plan;

import com.autoclipr.time.FrameRange;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.util.ArrayList;
import java.util.List;

/// Sole owner of chunk boundaries: they lie on the whole seconds of the timeline, so that the same
/// second is the same chunk wherever the cut begins. The first and the last chunk are shorter where
/// the cut begins or ends within a second.
///
/// At 30000/1001 fps most chunks have 30 frames and about every thirty-third has 29; boundaries are
/// computed from the origin, so they never drift. Frame rates under 1 give chunks of one frame.
final class ChunkTiling {
    private ChunkTiling() {}

    /// @param start of the cut, timeline seconds
    static List<FrameRange> tile(Rational start, long frameCount, FrameRate frameRate) {
        List<FrameRange> chunks = new ArrayList<>();
        long first = 0;
        for (long second = start.floor() + 1; first < frameCount; second++) {
            Rational sinceStart = Rational.of(second).minus(start);
            long end = Math.min(frameRate.firstFrameAtOrAfter(sinceStart), frameCount);
            if (end > first) {
                chunks.add(new FrameRange(first, end));
                first = end;
            }
        }
        return chunks;
    }
}
