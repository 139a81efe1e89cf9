package com.autoclipr.benchmarks;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// The middle of what rounds of a measurement gave: one round that something disturbed does not
/// move it.
final class Median {
    private Median() {}

    /// @param rounds one or more
    static <T> double of(List<T> rounds, ToDoubleFunction<T> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// Of the ratios within each round, so that a machine whose speed drifts from round to round
    /// does not count.
    static <T> double ofRatios(
            List<T> rounds, ToDoubleFunction<T> figure, ToDoubleFunction<T> base) {
        return of(rounds, round -> figure.applyAsDouble(round) / base.applyAsDouble(round));
    }
}
