package com.autoclipr.composition.value;

/// How a value lies between two others.
@FunctionalInterface
public interface Interpolation<T> {
    Interpolation<Double> NUMBER = (from, to, amount) -> from + (to - from) * amount;

    Interpolation<Point> POINT =
            (from, to, amount) ->
                    new Point(
                            from.x() + (to.x() - from.x()) * amount,
                            from.y() + (to.y() - from.y()) * amount);

    /// The value before stays until the next keyframe, for values with nothing in between.
    Interpolation<Fit> FIT = (from, to, amount) -> amount >= 1 ? to : from;

    /// The value at `amount` of the way from `from` (0) to `to` (1); easings that overshoot give
    /// amounts outside 0–1.
    T between(T from, T to, double amount);
}
