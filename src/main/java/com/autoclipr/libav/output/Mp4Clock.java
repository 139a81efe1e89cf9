package com.autoclipr.libav.output;

import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.media.AudioSource;
import com.autoclipr.time.FrameRate;
import java.math.BigInteger;

/// The timescales of an MP4: of its video track and of its edit lists. A frame is an integral
/// number of video ticks.
///
/// If the numbers stay small, both are the least common multiple of the frame rate's numerator and
/// 48000, in which an audio sample is an integral number of ticks too; so the durations of both
/// tracks are exact in the edit lists.
///
/// @param videoTicksPerSecond timescale of the video track
/// @param ticksPerFrame video ticks per frame
/// @param movieTicksPerSecond timescale of the movie header and the edit lists
record Mp4Clock(int videoTicksPerSecond, long ticksPerFrame, int movieTicksPerSecond) {
    /// Above this a track of some hours would need 64-bit durations, which not every player
    /// supports.
    private static final long LARGEST_COMMON_CLOCK = 1_000_000;

    /// Below this, rounding to the timescale would be noticeable in some players.
    private static final long SMALLEST_CLOCK = 10_000;

    static Mp4Clock of(FrameRate rate) {
        long numerator = rate.framesPerSecond().numerator();
        long denominator = rate.framesPerSecond().denominator();
        long common = leastCommonMultiple(numerator, AudioSource.SAMPLE_RATE_HZ);
        if (common <= LARGEST_COMMON_CLOCK) {
            return new Mp4Clock((int) common, common / numerator * denominator, (int) common);
        }
        long ticks = numerator;
        while (ticks < SMALLEST_CLOCK) {
            ticks *= 2;
        }
        long ticksPerFrame = ticks / numerator * denominator;
        if (ticks > Integer.MAX_VALUE || ticksPerFrame > Integer.MAX_VALUE) {
            throw Failure.of(FailureKind.ENCODING_FAILED)
                    .with(Fact.DETAIL, "MP4 has no clock for " + rate + " frames per second")
                    .asException();
        }
        long movie = leastCommonMultiple(ticks, AudioSource.SAMPLE_RATE_HZ);
        return new Mp4Clock(
                (int) ticks, ticksPerFrame, (int) (movie <= Integer.MAX_VALUE ? movie : ticks));
    }

    private static long leastCommonMultiple(long a, long b) {
        long divisor = BigInteger.valueOf(a).gcd(BigInteger.valueOf(b)).longValueExact();
        return Math.multiplyExact(a / divisor, b);
    }
}
