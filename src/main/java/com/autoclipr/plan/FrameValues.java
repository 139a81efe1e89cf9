package com.autoclipr.plan;

import com.autoclipr.composition.value.Animated;
import com.autoclipr.composition.value.Easing;
import com.autoclipr.composition.value.Interpolation;
import com.autoclipr.composition.value.Keyframe;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.util.ArrayList;
import java.util.List;

/// The values that animations have at some frames: an animation by other keyframes that has the
/// same values at these frames comes out the same.
///
/// @param first time of the first frame, as the animations count it
/// @param count frames, at least one
/// @param rate frames per second
/// @param start time of the first frame, as the animations that come out count it
record FrameValues(Rational first, long count, FrameRate rate, Rational start) {
    /// The animation as steps, one for each frame at which it has another value than before.
    ///
    /// @param moving whether it matters that something moves, even at other times than these: then
    ///   what is not constant stays so
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
