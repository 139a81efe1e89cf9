package com.autoclipr.composition.type;

import com.autoclipr.composition.value.Animated;
import com.autoclipr.composition.value.Interpolation;

/// Makes an object of the format from another one, property by property.
public interface Rewrite {
    /// The property's new value. One that doesn't care about it gives
    /// `property.type().rewritten(value, this)`.
    <T> T property(Property<?, T> property, T value);

    /// The new animation.
    <T> Animated<T> animated(Animated<T> value, Interpolation<T> interpolation);

    /// JSON pointer of the new object.
    String pointer();
}
