package com.autoclipr.composition;

/// Width and height of the output in pixels, both even.
public record PixelSize(int width, int height) {
    public PixelSize {
        if (width <= 0 || height <= 0 || width % 2 != 0 || height % 2 != 0) {
            throw new IllegalArgumentException(
                    "width and height must be even and positive: " + width + "×" + height);
        }
    }
}
