package com.autoclipr.render.planes;

/// Maps a region of a frame to a picture.
///
/// @param x horizontal map from luma samples of the frame to those of the picture
/// @param y vertical map
/// @param region requested pixels
public record Placing(AxisMap x, AxisMap y, Region region) {
    /// The whole picture, scaled to `width` × `height`.
    public static Placing stretched(int fromWidth, int fromHeight, int width, int height) {
        return new Placing(
                AxisMap.ofPixels((double) fromWidth / width, 0),
                AxisMap.ofPixels((double) fromHeight / height, 0),
                new Region(0, 0, width, height));
    }
}
