package com.autoclipr.render.filter;

/// Premultiplied R′G′B′A pixels.
///
/// @param data one pixel each, red in the lowest byte, alpha in the highest; row by row; changed in
///   place
public record Pixels(int[] data, int width, int height) {
    public Pixels {
        if (data.length < width * height) {
            throw new IllegalArgumentException(data.length + " pixels for " + width + "×" + height);
        }
    }
}
