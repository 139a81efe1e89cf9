package com.autoclipr.media.picture;

/// A decoded picture of a source in display orientation. Consumers must not write to its arrays.
public sealed interface Picture permits YuvPicture, RgbaPicture {
    /// Width in pixels; differs from the display width if pixels are not square.
    int width();

    /// Height in pixels.
    int height();
}
