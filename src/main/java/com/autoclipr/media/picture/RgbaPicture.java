package com.autoclipr.media.picture;

/// A picture in R′G′B′ with alpha: SDR, BT.709 primaries, full range.
///
/// @param pixels R, G, B, A bytes, premultiplied by alpha, `4 × width` bytes a row, no padding
/// @param width pixels
/// @param height pixels
/// @param opaque whether every alpha is 255
public record RgbaPicture(byte[] pixels, int width, int height, boolean opaque)
        implements Picture {}
