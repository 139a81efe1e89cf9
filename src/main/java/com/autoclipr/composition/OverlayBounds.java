package com.autoclipr.composition;

import com.autoclipr.composition.json.Diagnostics;
import com.autoclipr.composition.json.JsonLocation;
import com.autoclipr.composition.json.Numbers;
import com.autoclipr.composition.json.ProblemKind;
import com.autoclipr.composition.json.Reading;
import com.autoclipr.composition.value.Animated;
import com.autoclipr.composition.value.Easing;
import com.autoclipr.composition.value.Interpolation;
import com.autoclipr.composition.value.Keyframe;
import com.autoclipr.composition.value.Point;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/// Checks that an overlay has a size and stays on the canvas at every time.
///
/// Between keyframes of linear movements each edge is a sum of linear movements, whose extremes are
/// at keyframes. Curves are sampled.
final class OverlayBounds {
    /// Tolerance for rounding of ratios and percentages, pixels; invisible.
    private static final double TOLERANCE = 0.01;

    private static final List<String> SIDES = List.of("left", "top", "right", "bottom");

    /// Samples from one keyframe of a curve to the next.
    private static final int SAMPLES = 32;

    /// The same for many keyframes, whose movements are short.
    private static final int FEW_SAMPLES = 8;

    private static final int MANY_KEYFRAMES = 1_000;

    /// One number over time, asked for at increasing times.
    private static final class Track {
        private final double[] times;
        private final double[] values;
        private final List<Easing> easings;
        private int next = 1;

        <T> Track(Animated<T> animated, ToDoubleFunction<T> number) {
            List<Keyframe<T>> frames = animated.keyframes();
            times = frames.stream().mapToDouble(frame -> frame.time().toDouble()).toArray();
            values =
                    frames.stream()
                            .mapToDouble(frame -> number.applyAsDouble(frame.value()))
                            .toArray();
            easings = frames.stream().map(Keyframe::easing).toList();
        }

        double at(double time) {
            while (next < times.length && times[next] <= time) {
                next++;
            }
            if (next == times.length || time <= times[0]) {
                return time <= times[0] ? values[0] : values[next - 1];
            }
            double progress = (time - times[next - 1]) / (times[next] - times[next - 1]);
            return Interpolation.NUMBER.between(
                    values[next - 1], values[next], easings.get(next).ease(progress));
        }
    }

    private final Diagnostics diagnostics;
    private final int width;
    private final int height;

    OverlayBounds(Reading reading) {
        this.diagnostics = reading.diagnostics();
        this.width = reading.canvasWidth();
        this.height = reading.canvasHeight();
    }

    /// Reports the first time at which the overlay is too small or a part of it outside.
    void check(Overlay overlay, JsonLocation location) {
        Track x = new Track(overlay.centre(), Point::x);
        Track y = new Track(overlay.centre(), Point::y);
        Track heights = new Track(overlay.height(), Double::doubleValue);
        double ratio = overlay.aspectRatio().toDouble();
        double[] times =
                DoubleStream.concat(
                                Arrays.stream(times(overlay.centre())),
                                Arrays.stream(times(overlay.height())))
                        .sorted()
                        .toArray();
        for (double time : times) {
            double tall = heights.at(time);
            double wide = tall * ratio;
            if (Math.min(tall, wide) < Overlay.SMALLEST_SIDE - TOLERANCE) {
                tooSmall(location, Math.min(tall, wide));
                return;
            }
            double[] outside = {
                wide / 2 - x.at(time),
                tall / 2 - y.at(time),
                x.at(time) + wide / 2 - width,
                y.at(time) + tall / 2 - height
            };
            if (Arrays.stream(outside).max().orElse(0) > TOLERANCE) {
                outside(location, outside, overlay.moves() ? seconds(time) : "");
                return;
            }
        }
    }

    private static <T> double[] times(Animated<T> animated) {
        List<Keyframe<T>> frames = animated.keyframes();
        int samples = frames.size() > MANY_KEYFRAMES ? FEW_SAMPLES : SAMPLES;
        DoubleStream.Builder times = DoubleStream.builder();
        double before = 0;
        for (int i = 0; i < frames.size(); i++) {
            double time = frames.get(i).time().toDouble();
            if (i > 0 && isCurve(frames.get(i).easing())) {
                for (int sample = 1; sample < samples; sample++) {
                    times.add(before + (time - before) * sample / samples);
                }
            }
            times.add(time);
            before = time;
        }
        return times.build().toArray();
    }

    private static boolean isCurve(Easing easing) {
        return switch (easing) {
            case Easing.Hold _ -> false;
            case Easing.CubicBezier curve -> curve.x1() != curve.y1() || curve.x2() != curve.y2();
        };
    }

    private void tooSmall(JsonLocation location, double side) {
        diagnostics.problem(
                ProblemKind.OUT_OF_RANGE,
                location,
                "min",
                Numbers.plain(Overlay.SMALLEST_SIDE),
                "max",
                Numbers.plain(Overlay.LARGEST_SIDE),
                "actual",
                rounded(side, 3));
    }

    private void outside(JsonLocation location, double[] outside, String time) {
        List<String> facts = new ArrayList<>();
        for (int side = 0; side < SIDES.size(); side++) {
            String by = rounded(Math.max(outside[side], 0), 2);
            if (!by.equals("0")) {
                facts.add(SIDES.get(side));
                facts.add(by);
            }
        }
        if (!time.isEmpty()) {
            facts.add("time");
            facts.add(time);
        }
        diagnostics.problem(
                ProblemKind.OVERLAY_OUTSIDE_CANVAS, location, facts.toArray(String[]::new));
    }

    private static String seconds(double time) {
        return rounded(time, 3);
    }

    private static String rounded(double value, int digits) {
        return BigDecimal.valueOf(value)
                .setScale(digits, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
