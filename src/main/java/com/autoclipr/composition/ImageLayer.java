package com.autoclipr.composition;

/// A still or animated picture; animated ones (GIF, APNG, WebP) run from the layer's start, again
/// and again.
///
/// @param src path as the project file names it
/// @param frame box and fit
public record ImageLayer(String pointer, Span span, Placement placement, String src, Frame frame)
        implements VisualLayer {}
