package com.autoclipr.composition.value;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How a value moves from one keyframe to the next: a function from progress (0–1) to amount (0 at
/// 0, 1 at 1).
public sealed interface Easing permits Easing.CubicBezier, Easing.Hold {
    Easing LINEAR = new CubicBezier(0, 0, 1, 1);
    Easing EASE = new CubicBezier(0.25, 0.1, 0.25, 1);
    Easing EASE_IN = new CubicBezier(0.42, 0, 1, 1);
    Easing EASE_OUT = new CubicBezier(0, 0, 0.58, 1);
    Easing EASE_IN_OUT = new CubicBezier(0.42, 0, 0.58, 1);
    Easing HOLD = new Hold();

    /// By the names of CSS, and `hold`; in the order in which people see them.
    Map<String, Easing> NAMES =
            Stream.of(
                            Map.entry("linear", LINEAR),
                            Map.entry("ease", EASE),
                            Map.entry("ease-in", EASE_IN),
                            Map.entry("ease-out", EASE_OUT),
                            Map.entry("ease-in-out", EASE_IN_OUT),
                            Map.entry("hold", HOLD))
                    .collect(
                            Collectors.toMap(
                                    Map.Entry::getKey,
                                    Map.Entry::getValue,
                                    (first, _) -> first,
                                    LinkedHashMap::new));

    /// @param progress 0 to 1
    double ease(double progress);

    /// The value before stays until the keyframe, then jumps: a hard cut.
    record Hold() implements Easing {
        @Override
        public double ease(double progress) {
            return progress >= 1 ? 1 : 0;
        }
    }

    /// CSS `cubic-bezier(x1, y1, x2, y2)`:
    /// https://www.w3.org/TR/css-easing-1/#cubic-bezier-easing-functions
    ///
    /// @param x1 0 to 1
    /// @param y1 any
    /// @param x2 0 to 1
    /// @param y2 any
    record CubicBezier(double x1, double y1, double x2, double y2) implements Easing {
        public CubicBezier {
            if (!(x1 >= 0 && x1 <= 1 && x2 >= 0 && x2 <= 1)) {
                throw new IllegalArgumentException(
                        "x1 and x2 must lie in 0 to 1: " + x1 + ", " + x2);
            }
        }

        @Override
        public double ease(double progress) {
            if ((x1 == y1 && x2 == y2) || progress <= 0 || progress >= 1) {
                return Math.clamp(progress, 0, 1);
            }
            // x(t) never decreases, so halving finds t; 60 steps exhaust a double's precision.
            double low = 0;
            double high = 1;
            for (int step = 0; step < 60; step++) {
                double middle = (low + high) / 2;
                if (curve(x1, x2, middle) < progress) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return curve(y1, y2, (low + high) / 2);
        }

        private static double curve(double first, double second, double t) {
            double rest = 1 - t;
            return 3 * rest * rest * t * first + 3 * rest * t * t * second + t * t * t;
        }
    }
}
