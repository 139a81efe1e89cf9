package com.autoclipr.composition;

import com.autoclipr.time.Rational;
import java.util.Optional;

/// A video with its sound.
///
/// @param src path as the project file names it
/// @param trim source time shown at the layer's start, seconds
/// @param frame box and fit
/// @param volume factor on its sound, 1 being as it is; keyframes count from the layer's start
/// @param audioTrack which of its sounds are heard: a track's number, a language, or `all`; empty:
///   the default one
public record VideoLayer(
        String pointer,
        Span span,
        Transform placement,
        String src,
        Rational trim,
        PictureBox frame,
        Animated<Double> volume,
        Optional<String> audioTrack)
        implements VisualLayer {}
