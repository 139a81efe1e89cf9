package com.autoclipr.testkit.reading.audio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// When decoded pieces of sound are heard: samples are counted from the time of the first one.
/// Times that only tremble around the count are nothing; where they leave it for good by a jump,
/// the count begins again, and where they drift away, it follows.
///
/// @param begins when each piece begins, in samples
/// @param jumps how far the count jumped at each place, seconds; positive for a gap, negative where
///   sound overlaps
record AudioClock(long[] begins, List<Double> jumps) {
    /// Less than this is trembling.
    private static final double JUMP_SECONDS = 0.006;

    /// Drift is followed in steps of this.
    private static final double DRIFT_SECONDS = 0.002;

    /// What an encoder of AAC puts before the sound, in samples; the sound may begin later, where
    /// pictures do that are not stored in order.
    private static final int PRIMING = 1_024;

    private static final double MOST_DELAY_SECONDS = 0.1;

    /// So many pieces tell whether a jump is for good.
    private static final int PIECES = 15;

    static AudioClock of(List<ProgramAudio.Piece> pieces, int rateHz) {
        long[] begins = new long[pieces.size()];
        long[] off = new long[pieces.size()];
        long counted = pieces.getFirst().pts();
        for (int i = 0; i < begins.length; i++) {
            begins[i] = counted;
            off[i] = pieces.get(i).pts() - counted;
            counted += pieces.get(i).samples();
        }
        List<Double> jumps = new ArrayList<>();
        long current = 0;
        int from = 0;
        while (from < begins.length) {
            int to = nextJump(off, from, rateHz);
            long first = median(off, from, Math.min(to, from + PIECES));
            if (from > 0) {
                double jump = (first - current) / (double) rateHz;
                boolean primed = from == 1 && pieces.getFirst().samples() == PRIMING;
                if (!primed || jump < 0 || jump > MOST_DELAY_SECONDS) {
                    jumps.add(jump);
                }
                current = first;
            }
            for (int i = from; i < to; i++) {
                long usual = median(off, Math.max(from, i - PIECES), Math.min(to, i + PIECES));
                if (Math.abs(usual - current) > DRIFT_SECONDS * rateHz && i > from) {
                    current = usual;
                }
                begins[i] += current;
            }
            from = to;
        }
        return new AudioClock(begins, List.copyOf(jumps));
    }

    /// The next piece after `from` at which times jump for good, or the end.
    private static int nextJump(long[] off, int from, int rateHz) {
        double least = JUMP_SECONDS * rateHz;
        for (int i = from + 1; i < off.length; i++) {
            if (Math.abs(off[i] - off[i - 1]) > least) {
                long before = median(off, Math.max(from, i - PIECES), i);
                long after = median(off, i, Math.min(off.length, i + PIECES));
                if (Math.abs(after - before) > least) {
                    return i;
                }
            }
        }
        return off.length;
    }

    long begin(int piece) {
        return begins[piece];
    }

    private static long median(long[] values, int from, int to) {
        long[] sorted = Arrays.copyOfRange(values, from, to);
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
