package com.autoclipr.composition.value;

/// How a picture is fitted into its box, with CSS `object-fit` meaning; what sticks out of the box
/// is clipped.
public enum Fit {
    /// Fills the box, keeps the aspect ratio, clips what sticks out.
    COVER,
    /// As large as fits into the box, keeps the aspect ratio.
    CONTAIN,
    /// Stretched to the box.
    FILL,
    /// One source pixel is one canvas pixel, centred.
    NONE,
    /// As [#CONTAIN], over a blurred [#COVER] of the same picture.
    CONTAIN_BLUR
}
