package com.autoclipr.composition;

/// An outline.
///
/// @param width canvas pixels
public record Stroke(Colour colour, double width) {}
