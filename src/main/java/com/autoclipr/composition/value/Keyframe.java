package com.autoclipr.composition.value;

import com.autoclipr.time.Rational;

/// A value at a time.
///
/// @param time seconds from the layer's start; for the overlay, from the timeline's zero
/// @param value the value from here on
/// @param easing how the value moves from the keyframe before to this one; ignored on the first
public record Keyframe<T>(Rational time, T value, Easing easing) {}
