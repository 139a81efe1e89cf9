package com.autoclipr.composition;

import com.autoclipr.time.Rational;

/// The rectangle of the canvas that is exported.
///
/// @param aspectRatio width divided by height, the same at every time
/// @param centre its centre, canvas pixels; keyframes count from the timeline's zero
/// @param height canvas pixels; keyframes count from the timeline's zero
public record Overlay(Rational aspectRatio, Animated<Point> centre, Animated<Double> height) {
    /// The rectangle at `timelineTime`.
    public Rectangle at(Rational timelineTime) {
        Point middle = centre.at(timelineTime, Interpolation.POINT);
        double tall = height.at(timelineTime, Interpolation.NUMBER);
        double wide = tall * aspectRatio.numerator() / aspectRatio.denominator();
        return new Rectangle(middle.x() - wide / 2, middle.y() - tall / 2, wide, tall);
    }

    public boolean moves() {
        return !centre.isConstant() || !height.isConstant();
    }
}
