package com.autoclipr.libav.timing;

import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The frame rate of a stream.
///
/// @param rate nominal frames per second
/// @param constant whether all examined pictures have the same duration
public record FrameTiming(FrameRate rate, boolean constant) {
    private static final List<Rational> STANDARD_RATES =
            List.of(
                    Rational.of(24000, 1001),
                    Rational.of(24),
                    Rational.of(25),
                    Rational.of(30000, 1001),
                    Rational.of(30),
                    Rational.of(48),
                    Rational.of(50),
                    Rational.of(60000, 1001),
                    Rational.of(60));

    /// Tolerance for snapping a constant frame rate to a standard one.
    private static final Rational SNAP = Rational.of(1, 200);

    /// Timestamps are rounded to ticks, so neighbours may be two ticks closer or farther.
    private static final int JITTER_TICKS = 2;

    /// In AVI a tick is a whole frame, so a missing frame is not a rounding error.
    private static final Rational MOST_JITTER = Rational.of(1, 7);

    private static final Rational JITTER = Rational.of(1, 50);

    /// A higher rate indicates a wrong time base.
    private static final Rational HIGHEST = Rational.of(250);

    private static final FrameRate UNKNOWN = FrameRate.of(25, 1);

    /// @param ticks timestamps of the first pictures, in order
    /// @param timeBase seconds per tick
    /// @param header average frame rate in the container's header
    public static FrameTiming of(List<Long> ticks, Rational timeBase, Optional<Rational> header) {
        if (ticks.size() < 3) {
            return new FrameTiming(
                    header.map(FrameTiming::snap).map(FrameRate::new).orElse(UNKNOWN), true);
        }
        List<Long> steps = new ArrayList<>();
        for (int i = 1; i < ticks.size(); i++) {
            steps.add(ticks.get(i) - ticks.get(i - 1));
        }
        long span = ticks.getLast() - ticks.getFirst();
        if (span <= 0) {
            return new FrameTiming(UNKNOWN, false);
        }
        Rational meanTicks = Rational.of(span, steps.size());
        Rational measured = meanTicks.times(timeBase).reciprocal();
        if (!even(steps, meanTicks)) {
            Rational usual = usualTicks(steps).times(timeBase).reciprocal();
            return new FrameTiming(new FrameRate(nearestStandard(usual)), false);
        }
        if (measured.compareTo(HIGHEST) > 0) {
            return new FrameTiming(new FrameRate(nearestStandard(measured)), false);
        }
        // The average in the header covers the whole file, and counts two fields as one frame.
        Optional<Rational> better =
                header.filter(h -> near(h, measured, SNAP) || near(h.times(2), measured, SNAP));
        return new FrameTiming(new FrameRate(snap(better.orElse(measured))), true);
    }

    /// The mean of the steps that are close to the median.
    private static Rational usualTicks(List<Long> steps) {
        List<Long> sorted = new ArrayList<>(steps);
        sorted.sort(null);
        long median = Math.max(1, sorted.get(sorted.size() / 2));
        long sum = 0;
        long count = 0;
        for (long step : sorted) {
            if (4 * Math.abs(step - median) <= median) {
                sum += step;
                count++;
            }
        }
        return count == 0 ? Rational.of(median) : Rational.of(sum, count);
    }

    private static boolean even(List<Long> steps, Rational mean) {
        Rational rounding = Rational.of(JITTER_TICKS).min(mean.times(MOST_JITTER));
        Rational allowed = rounding.max(mean.times(JITTER));
        for (long step : steps) {
            Rational deviation = Rational.of(step).minus(mean);
            if (deviation.max(deviation.negate()).compareTo(allowed) > 0) {
                return false;
            }
        }
        return true;
    }

    /// The standard rate close to `rate`, or else `rate` to three decimals.
    private static Rational snap(Rational rate) {
        Rational standard = nearestStandard(rate);
        if (near(rate, standard, SNAP)) {
            return standard;
        }
        return Rational.of(Math.max(1, rate.times(1000).round()), 1000);
    }

    private static Rational nearestStandard(Rational rate) {
        Rational best = STANDARD_RATES.getFirst();
        for (Rational standard : STANDARD_RATES) {
            if (distance(rate, standard).compareTo(distance(rate, best)) < 0) {
                best = standard;
            }
        }
        return best;
    }

    private static Rational distance(Rational a, Rational b) {
        Rational difference = a.minus(b);
        return difference.max(difference.negate());
    }

    private static boolean near(Rational rate, Rational to, Rational tolerance) {
        return distance(rate, to).compareTo(to.times(tolerance)) <= 0;
    }
}
