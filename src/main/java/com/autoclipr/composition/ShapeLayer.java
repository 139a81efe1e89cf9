package com.autoclipr.composition;

import java.util.Optional;

/// A drawn shape. A rectangle's or ellipse's box is its size (the stroke is centred on its edge); a
/// line's box is the rectangle from one end to the other.
///
/// @param fill none for a line
/// @param stroke the outline
public record ShapeLayer(
        String pointer,
        Span span,
        Transform placement,
        Shape shape,
        Optional<Colour> fill,
        Optional<Stroke> stroke)
        implements VisualLayer {
    public sealed interface Shape permits Box, Ellipse, Line {}

    /// @param width canvas pixels; keyframes count from the layer's start
    /// @param height canvas pixels
    /// @param radius of its corners, canvas pixels
    public record Box(Animated<Double> width, Animated<Double> height, double radius)
            implements Shape {}

    /// @param width canvas pixels; keyframes count from the layer's start
    /// @param height canvas pixels
    public record Ellipse(Animated<Double> width, Animated<Double> height) implements Shape {}

    /// From one canvas point to another (before `position`, `scale` and `rotation` move it).
    public record Line(Point from, Point to) implements Shape {}
}
