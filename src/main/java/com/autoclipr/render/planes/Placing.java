package com.autoclipr.render.planes;

/// Where the pixels of a region come from in a picture.
///
/// @param x along rows: luma samples of the region's frame to luma samples of the picture
/// @param y along columns
/// @param region the pixels wanted
public record Placing(AxisMap x, AxisMap y, Region region) {
    /// The whole picture, stretched to `width` × `height`.
    public static Placing stretched(int fromWidth, int fromHeight, int width, int height) {
        return new Placing(
                AxisMap.ofPixels((double) fromWidth / width, 0),
                AxisMap.ofPixels((double) fromHeight / height, 0),
                new Region(0, 0, width, height));
    }
}
