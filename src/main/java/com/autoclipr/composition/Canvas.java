package com.autoclipr.composition;

/// The coordinate space of the composition.
///
/// @param width pixels
/// @param height pixels
/// @param background what is seen where no layer is; always opaque
public record Canvas(int width, int height, Colour background) {}
