package com.autoclipr.composition;

import com.autoclipr.time.FrameRate;
import java.util.Optional;

/// What the file should be.
///
/// @param size how large
/// @param frameRate empty: that of the main source
/// @param crf libx264's constant rate factor
/// @param preset libx264's preset
/// @param audioBitrateBps bits per second of the sound track
/// @param audio whether there is a sound track
public record Output(
        Size size,
        Optional<FrameRate> frameRate,
        int crf,
        String preset,
        int audioBitrateBps,
        boolean audio) {
    public sealed interface Size permits ShortSide, Exact {}

    /// The short side in pixels; the long one follows from the overlay's aspect ratio, to the
    /// nearest even number.
    public record ShortSide(int pixels) implements Size {}

    /// @param width pixels, even
    /// @param height pixels, even
    public record Exact(int width, int height) implements Size {}
}
