package com.autoclipr.composition.value;

import com.autoclipr.time.Rational;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A value over time: constant, or keyframes in increasing time. Before the first keyframe its
/// value holds, after the last one the last.
///
/// Equivalent animations are equal: a single keyframe is at time zero, and the easing of the first
/// one, which has no effect, is linear.
///
/// @param keyframes at least one; a constant is a single keyframe
public record Animated<T>(List<Keyframe<T>> keyframes) {
    public Animated {
        if (keyframes.isEmpty()) {
            throw new IllegalArgumentException("an animated value needs at least one keyframe");
        }
        Keyframe<T> first = keyframes.getFirst();
        Rational start = keyframes.size() == 1 ? Rational.ZERO : first.time();
        List<Keyframe<T>> normal = new ArrayList<>(keyframes);
        normal.set(0, new Keyframe<>(start, first.value(), Easing.LINEAR));
        keyframes = List.copyOf(normal);
        for (int i = 1; i < keyframes.size(); i++) {
            if (keyframes.get(i).time().compareTo(keyframes.get(i - 1).time()) <= 0) {
                throw new IllegalArgumentException(
                        "keyframe " + i + " is not later than the one before it");
            }
        }
    }

    public static <T> Animated<T> constant(T value) {
        return new Animated<>(List.of(new Keyframe<>(Rational.ZERO, value, Easing.LINEAR)));
    }

    public boolean isConstant() {
        return keyframes.size() == 1;
    }

    /// The value at `time`, relative to the same zero as the keyframes.
    public T at(Rational time, Interpolation<T> interpolation) {
        Keyframe<T> first = keyframes.getFirst();
        if (time.compareTo(first.time()) <= 0) {
            return first.value();
        }
        Keyframe<T> last = keyframes.getLast();
        if (time.compareTo(last.time()) >= 0) {
            return last.value();
        }
        int after = firstAfter(time);
        Keyframe<T> from = keyframes.get(after - 1);
        Keyframe<T> to = keyframes.get(after);
        double progress =
                time.minus(from.time()).dividedBy(to.time().minus(from.time())).toDouble();
        return interpolation.between(from.value(), to.value(), to.easing().ease(progress));
    }

    /// The same animation of another value.
    public <R> Animated<R> map(Function<T, R> change) {
        return new Animated<>(
                keyframes.stream()
                        .map(
                                frame ->
                                        new Keyframe<>(
                                                frame.time(),
                                                change.apply(frame.value()),
                                                frame.easing()))
                        .toList());
    }

    /// The index of the first keyframe later than `time`, which is between the first and the last.
    private int firstAfter(Rational time) {
        int low = 0;
        int high = keyframes.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (keyframes.get(middle).time().compareTo(time) > 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
