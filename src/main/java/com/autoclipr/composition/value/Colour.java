package com.autoclipr.composition.value;

/// An sRGB colour with alpha, each 0 to 255, not premultiplied.
public record Colour(int red, int green, int blue, int alpha) {
    public static final Colour BLACK = new Colour(0, 0, 0, 255);
    public static final Colour WHITE = new Colour(255, 255, 255, 255);

    public Colour {
        if ((red | green | blue | alpha) < 0
                || red > 255
                || green > 255
                || blue > 255
                || alpha > 255) {
            throw new IllegalArgumentException("colour components must be 0 to 255");
        }
    }

    /// `#rrggbbaa`.
    @Override
    public String toString() {
        return String.format("#%02x%02x%02x%02x", red, green, blue, alpha);
    }
}
