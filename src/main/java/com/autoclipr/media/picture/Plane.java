package com.autoclipr.media.picture;

/// Samples of one kind, row by row.
///
/// @param samples `stride × height` elements; 8 bits: unsigned bytes in a `byte[]`; more: unsigned
///   in a `short[]`
/// @param width samples used in a row
/// @param height rows
/// @param stride elements from one row to the next
/// @param bitDepth bits used of each sample, from the lowest: 8 for bytes, 9 to 16 for shorts
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
