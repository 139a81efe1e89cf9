package com.autoclipr.media;

/// The visible part of a stored picture, in stored pixels.
///
/// @param left first column
/// @param top first row
/// @param width columns
/// @param height rows
public record Crop(int left, int top, int width, int height) {
    public Crop {
        if (left < 0 || top < 0 || width <= 0 || height <= 0) {
            throw new IllegalArgumentException(
                    "no part of a picture: " + left + ", " + top + ", " + width + "×" + height);
        }
    }

    /// Whether it covers a whole picture of this size.
    public boolean whole(int pictureWidth, int pictureHeight) {
        return left == 0 && top == 0 && width == pictureWidth && height == pictureHeight;
    }
}
