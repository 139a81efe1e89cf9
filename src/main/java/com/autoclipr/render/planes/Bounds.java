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

    public Bounds outset(double by) {
        return new Bounds(left - by, top - by, right + by, bottom + by);
    }
}
