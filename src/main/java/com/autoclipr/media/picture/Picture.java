package com.autoclipr.media.picture;

/// One upright picture of a source, in memory of this process. A consumer never writes to its
/// arrays.
public sealed interface Picture permits YuvPicture, RgbaPicture {
    /// Pixels; may differ from the display width by the sample aspect ratio.
    int width();

    /// Pixels.
    int height();
}
