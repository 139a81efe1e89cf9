package com.autoclipr.render.planes;

/// A rectangle in continuous pixel coordinates of the output.
///
/// @param left smallest x
/// @param top smallest y
/// @param right largest x
/// @param bottom largest y
public record Bounds(double left, double top, double right, double bottom) {
    public boolean isEmpty() {
        return !(left < right && top < bottom);
    }

    public double width() {
        return right - left;
    }

    public double height() {
        return bottom - top;
    }

    /// The intersection; empty if they do not overlap.
    public Bounds within(Bounds other) {
        return new Bounds(
                Math.max(left, other.left),
                Math.max(top, other.top),
                Math.min(right, other.right),
                Math.min(bottom, other.bottom));
    }

    public Bounds outset(double by) {
        return new Bounds(left - by, top - by, right + by, bottom + by);
    }
}
