package com.autoclipr.plan;

import com.autoclipr.composition.value.Animated;
import com.autoclipr.composition.value.Easing;
import com.autoclipr.composition.value.Interpolation;
import com.autoclipr.composition.value.Keyframe;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.util.ArrayList;
import java.util.List;

/// The values of animations at some frames: animations that differ elsewhere only become equal.
///
/// @param first time of the first frame, as the animations count it
/// @param count frames, at least one
/// @param rate frames per second
/// @param start time of the first frame, as the animations that come out count it
record FrameValues(Rational first, long count, FrameRate rate, Rational start) {
    /// The animation as steps: one for each frame at which its value changes.
    ///
    /// @param moving whether movement matters even at other times; then an animation doesn't become
    ///   constant
    <T> Animated<T> of(Animated<T> animated, Interpolation<T> interpolation, boolean moving) {
        if (animated.isConstant()) {
            return animated;
        }
        List<Keyframe<T>> steps = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            Rational offset = rate.timeOfFrame(i);
            T value = animated.at(first.plus(offset), interpolation);
            if (steps.isEmpty() || !steps.getLast().value().equals(value)) {
                steps.add(new Keyframe<>(start.plus(offset), value, Easing.HOLD));
            }
        }
        if (moving && steps.size() == 1) {
            T value = steps.getFirst().value();
            steps.add(new Keyframe<>(start.plus(rate.frameDuration()), value, Easing.HOLD));
        }
        return new Animated<>(steps);
    }
}
