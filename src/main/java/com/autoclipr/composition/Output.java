package com.autoclipr.composition;

import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.util.List;
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
    /// libx264's presets, fastest first.
    public static final List<String> PRESETS =
            List.of(
                    "ultrafast",
                    "superfast",
                    "veryfast",
                    "faster",
                    "fast",
                    "medium",
                    "slow",
                    "slower",
                    "veryslow",
                    "placebo");

    /// How large the output is.
    public sealed interface Size permits ShortSide, Exact {
        /// The size in pixels, for an overlay of this aspect ratio (width divided by height).
        PixelSize pixels(Rational aspectRatio);
    }

    /// The short side in pixels, even; the long one follows from the overlay's aspect ratio, to the
    /// nearest even number.
    public record ShortSide(int pixels) implements Size {
        @Override
        public PixelSize pixels(Rational aspectRatio) {
            boolean upright = aspectRatio.compareTo(Rational.ONE) <= 0;
            Rational longByShort = upright ? aspectRatio.reciprocal() : aspectRatio;
            int longSide = Math.toIntExact(longByShort.times(Rational.of(pixels, 2)).round() * 2);
            return upright ? new PixelSize(pixels, longSide) : new PixelSize(longSide, pixels);
        }
    }

    /// @param width pixels, even
    /// @param height pixels, even
    public record Exact(int width, int height) implements Size {
        @Override
        public PixelSize pixels(Rational aspectRatio) {
            return new PixelSize(width, height);
        }
    }
}
