package com.autoclipr.composition;

/// An upright rectangle, canvas pixels.
///
/// @param left smallest x
/// @param top smallest y
/// @param width not negative
/// @param height not negative
public record Rectangle(double left, double top, double width, double height) {
    public double right() {
        return left + width;
    }

    public double bottom() {
        return top + height;
    }
}
