package com.autoclipr.composition;

/// A still or animated picture; animated ones (GIF, APNG, WebP, AVIF) run from the layer's start.
///
/// @param src path as the project file names it
/// @param frame box and fit
/// @param loop how often an animated one plays
public record ImageLayer(
        String pointer, Span span, Transform placement, String src, PictureBox frame, Loop loop)
        implements VisualLayer {}
