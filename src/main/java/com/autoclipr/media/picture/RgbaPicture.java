package com.autoclipr.media.picture;

/// An R′G′B′A picture: SDR, BT.709 primaries, full range.
///
/// @param pixels R, G, B, A bytes with premultiplied alpha, `4 × width` bytes per row, no padding
/// @param width pixels
/// @param height pixels
/// @param opaque whether every alpha is 255
public record RgbaPicture(byte[] pixels, int width, int height, boolean opaque)
        implements Picture {}
