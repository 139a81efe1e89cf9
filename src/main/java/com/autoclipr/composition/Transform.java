package com.autoclipr.composition;

/// Where a layer's box lies on the canvas. The box's anchor point is put at `position`; scale and
/// rotation turn around it. Keyframes count from the layer's start.
///
/// @param position canvas pixels
/// @param anchor the point of the box, see [Anchor]
/// @param scale factors, 1 being natural; negative ones mirror
/// @param rotation degrees clockwise
/// @param opacity 0 to 1
public record Transform(
        Animated<Point> position,
        Animated<Anchor> anchor,
        Animated<Point> scale,
        Animated<Double> rotation,
        Animated<Double> opacity) {}
