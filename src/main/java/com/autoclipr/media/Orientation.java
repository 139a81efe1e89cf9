package com.autoclipr.media;

/// How a stored picture is transformed for display: mirrored horizontally first, if at all, then
/// rotated clockwise.
///
/// @param clockwiseDegrees 0, 90, 180 or 270
/// @param mirrored whether the stored picture is mirrored before it is rotated
public record Orientation(int clockwiseDegrees, boolean mirrored) {
    public static final Orientation UPRIGHT = new Orientation(0, false);

    public Orientation {
        if (clockwiseDegrees < 0 || clockwiseDegrees >= 360 || clockwiseDegrees % 90 != 0) {
            throw new IllegalArgumentException(
                    "clockwiseDegrees must be 0, 90, 180 or 270, was " + clockwiseDegrees);
        }
    }

    /// Whether the stored orientation is the display orientation. (Jackson would take `is…` for a
    /// component.)
    public boolean upright() {
        return clockwiseDegrees == 0 && !mirrored;
    }

    /// Whether width and height are swapped.
    public boolean swapsSides() {
        return clockwiseDegrees % 180 != 0;
    }
}
