package com.autoclipr.composition;

import com.autoclipr.composition.json.Diagnostics;
import com.autoclipr.composition.json.ProblemKind;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.math.BigInteger;
import java.util.Optional;

/// Ensures that sums, differences and ratios of a project's times are fractions of two `long`s, so
/// that exact arithmetic never overflows later.
///
/// Every such time is a whole multiple of `1/grid`, where `grid` is the least common multiple of
/// all denominators and of the frame rate's numerator. A time that would make `grid × longest time`
/// too large is a problem; realistic ones (nine decimals within days, 1001 fractions) are far
/// below.
final class TimePrecision {
    /// Standard rates all divide this many frames per second (times 1001).
    private static final long STANDARD_RATES = 120_000;

    /// Room for sums of a few times, and for sampling between keyframes.
    private static final int MARGIN_BITS = 7;

    private TimePrecision() {}

    static void check(Diagnostics diagnostics, Optional<FrameRate> frameRate) {
        Rational longest = Rational.ONE;
        for (Diagnostics.Time time : diagnostics.times()) {
            Rational seconds = time.seconds();
            longest = longest.max(seconds.signum() < 0 ? seconds.negate() : seconds);
        }
        BigInteger limit =
                BigInteger.valueOf(Long.MAX_VALUE)
                        .shiftRight(MARGIN_BITS)
                        .divide(BigInteger.valueOf(longest.ceil()));
        BigInteger grid =
                BigInteger.valueOf(
                        frameRate
                                .map(rate -> rate.framesPerSecond().numerator())
                                .orElse(STANDARD_RATES));
        for (Diagnostics.Time time : diagnostics.times()) {
            BigInteger finer = leastCommonMultiple(grid, time.seconds().denominator());
            if (finer.compareTo(limit) > 0) {
                diagnostics.problem(
                        ProblemKind.TOO_PRECISE,
                        time.location(),
                        "actual",
                        time.seconds().toString());
            } else {
                grid = finer;
            }
        }
    }

    private static BigInteger leastCommonMultiple(BigInteger a, long other) {
        BigInteger b = BigInteger.valueOf(other);
        return a.divide(a.gcd(b)).multiply(b);
    }
}
