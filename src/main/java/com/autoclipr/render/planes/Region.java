package com.autoclipr.render.planes;

/// A rectangle of whole samples.
///
/// @param left first column
/// @param top first row
/// @param width columns, not negative
/// @param height rows, not negative
public record Region(int left, int top, int width, int height) {
    public Region {
        if (width < 0 || height < 0) {
            throw new IllegalArgumentException("a region of " + width + "×" + height);
        }
    }

    /// The smallest region around the rectangle with even position and size (so that it covers
    /// whole chroma samples), plus `margin` on each side, clipped to a frame of `frameWidth` ×
    /// `frameHeight`; may be empty.
    public static Region evenAround(Bounds bounds, int margin, int frameWidth, int frameHeight) {
        int left = even(Math.floor(bounds.left()) - margin, frameWidth, -1);
        int top = even(Math.floor(bounds.top()) - margin, frameHeight, -1);
        int right = even(Math.ceil(bounds.right()) + margin, frameWidth, 1);
        int bottom = even(Math.ceil(bounds.bottom()) + margin, frameHeight, 1);
        return new Region(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    }

    /// The smallest region that contains both.
    Region with(Region other) {
        int atLeft = Math.min(left, other.left);
        int atTop = Math.min(top, other.top);
        return new Region(
                atLeft,
                atTop,
                Math.max(right(), other.right()) - atLeft,
                Math.max(bottom(), other.bottom()) - atTop);
    }

    public boolean isEmpty() {
        return width == 0 || height == 0;
    }

    public int right() {
        return left + width;
    }

    public int bottom() {
        return top + height;
    }

    /// The same region in chroma samples; all values must be even.
    public Region chroma() {
        return new Region(left / 2, top / 2, width / 2, height / 2);
    }

    private static int even(double edge, int limit, int direction) {
        int whole = (int) Math.clamp(edge, 0, limit);
        return whole % 2 == 0 ? whole : whole + direction;
    }
}
