package com.autoclipr.composition;

import com.autoclipr.time.Rational;
import java.util.Optional;

/// Sound without a picture.
///
/// @param src path as the project file names it
/// @param trim source time heard at the layer's start, seconds
/// @param volume factor, 1 being as it is; keyframes count from the layer's start
/// @param audioTrack which of the file's sounds are heard: a track's number, a language, or `all`;
///   empty: the default one
public record AudioLayer(
        String pointer,
        Span span,
        String src,
        Rational trim,
        Animated<Double> volume,
        Optional<String> audioTrack)
        implements Layer {}
