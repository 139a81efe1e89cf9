package com.autoclipr.composition.effect;

/// Changes of colours that keep lightness, by the Filter Effects Module of CSS.
final class LumaMatrix {
    private static final double RED = 0.213;
    private static final double GREEN = 0.715;
    private static final double BLUE = 0.072;

    private LumaMatrix() {}

    /// @param amount 0 is grey, 1 changes nothing
    static Filter.ColourMatrix saturation(double amount) {
        double grey = 1 - amount;
        return Filter.ColourMatrix.of(
                RED * grey + amount,
                GREEN * grey,
                BLUE * grey,
                0,
                RED * grey,
                GREEN * grey + amount,
                BLUE * grey,
                0,
                RED * grey,
                GREEN * grey,
                BLUE * grey + amount,
                0);
    }

    /// A turn of the colour wheel.
    static Filter.ColourMatrix hue(double degrees) {
        double turn = degrees - 360 * Math.floor(degrees / 360);
        double cos = StrictMath.cos(StrictMath.toRadians(turn));
        double sin = StrictMath.sin(StrictMath.toRadians(turn));
        return turn == 0
                ? Filter.ColourMatrix.ofEach(1, 0)
                : Filter.ColourMatrix.of(
                        RED + (1 - RED) * cos - RED * sin,
                        GREEN - GREEN * cos - GREEN * sin,
                        BLUE - BLUE * cos + (1 - BLUE) * sin,
                        0,
                        RED - RED * cos + 0.143 * sin,
                        GREEN + (1 - GREEN) * cos + 0.140 * sin,
                        BLUE - BLUE * cos - 0.283 * sin,
                        0,
                        RED - RED * cos - (1 - RED) * sin,
                        GREEN - GREEN * cos + GREEN * sin,
                        BLUE + (1 - BLUE) * cos + BLUE * sin,
                        0);
    }
}
