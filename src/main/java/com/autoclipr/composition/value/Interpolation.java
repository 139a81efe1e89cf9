package com.autoclipr.composition.value;

/// Interpolates between two values.
@FunctionalInterface
public interface Interpolation<T> {
    Interpolation<Double> NUMBER = (from, to, amount) -> from + (to - from) * amount;

    Interpolation<Point> POINT =
            (from, to, amount) ->
                    new Point(
                            from.x() + (to.x() - from.x()) * amount,
                            from.y() + (to.y() - from.y()) * amount);

    /// The previous value until the next keyframe, for values without intermediate ones.
    Interpolation<Fit> FIT = (from, to, amount) -> amount >= 1 ? to : from;

    /// The value at `amount` of the way from `from` (0) to `to` (1); easings that overshoot give
    /// amounts outside 0–1.
    T between(T from, T to, double amount);
}
