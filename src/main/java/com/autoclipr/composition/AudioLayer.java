package com.autoclipr.composition;

import com.autoclipr.time.Rational;

/// Sound without a picture.
///
/// @param src path as the project file names it
/// @param trim source time heard at the layer's start, seconds
/// @param volume factor, 1 being as it is; keyframes count from the layer's start
public record AudioLayer(
        String pointer, Span span, String src, Rational trim, Animated<Double> volume)
        implements Layer {}
