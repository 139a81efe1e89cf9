package com.autoclipr.media;

/// How a stored picture is turned to stand upright: mirrored left to right first (if it is), then
/// turned clockwise.
///
/// @param clockwiseDegrees 0, 90, 180 or 270
/// @param mirrored whether the stored picture is mirrored before it is turned
public record Orientation(int clockwiseDegrees, boolean mirrored) {
    public static final Orientation UPRIGHT = new Orientation(0, false);

    public Orientation {
        if (clockwiseDegrees < 0 || clockwiseDegrees >= 360 || clockwiseDegrees % 90 != 0) {
            throw new IllegalArgumentException(
                    "clockwiseDegrees must be 0, 90, 180 or 270, was " + clockwiseDegrees);
        }
    }

    /// Whether the picture is stored as it is shown. (Jackson would take `is…` for a component.)
    public boolean upright() {
        return clockwiseDegrees == 0 && !mirrored;
    }

    /// Whether width and height change places.
    public boolean swapsSides() {
        return clockwiseDegrees % 180 != 0;
    }
}
