package com.autoclipr.media.picture;

/// One plane of a picture, row by row.
///
/// @param samples `stride × height` elements: unsigned `byte[]` for 8 bits, unsigned `short[]` for
///   more
/// @param width samples per row
/// @param height rows
/// @param stride elements per row, with padding
/// @param bitDepth used low bits of each sample: 8 for bytes, 9 to 16 for shorts
public record Plane(Object samples, int width, int height, int stride, int bitDepth) {
    public Plane {
        if (!(samples instanceof byte[] && bitDepth == 8)
                && !(samples instanceof short[] && bitDepth > 8)) {
            throw new IllegalArgumentException(
                    "samples do not fit a depth of " + bitDepth + " bits");
        }
        if (width <= 0 || height <= 0 || stride < width) {
            throw new IllegalArgumentException(
                    width + "×" + height + " samples with a stride of " + stride);
        }
    }

    public static Plane ofBytes(byte[] samples, int width, int height, int stride) {
        return new Plane(samples, width, height, stride, 8);
    }

    public static Plane ofShorts(short[] samples, int width, int height, int stride, int bitDepth) {
        return new Plane(samples, width, height, stride, bitDepth);
    }
}
