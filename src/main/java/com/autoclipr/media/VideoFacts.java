package com.autoclipr.media;

import com.autoclipr.media.picture.ColourFacts;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.util.Optional;

/// Properties of a video stream or still image. Source time zero is the earliest start among the
/// streams that are used.
///
/// @param streamIndex index in the container
/// @param codec the decoder's short name
/// @param codedWidth pixels, as stored
/// @param codedHeight pixels, as stored
/// @param orientation from stored to display orientation; pictures are delivered in display
///   orientation
/// @param sampleAspectRatio width of a stored pixel divided by its height
/// @param displayWidth width in display orientation and square pixels (what `fit` uses)
/// @param displayHeight height in display orientation and square pixels
/// @param frameRate nominal frames per second; the nearest standard rate if the file is ambiguous
/// @param constantFrameRate whether all frames have the same duration, as far as the timestamps of
///   the first pictures show
/// @param timeBase seconds per tick of the container's timestamps
/// @param firstPicture source time of the first picture
/// @param duration seconds from the source's zero to the end of the last picture; zero if unknown
/// @param colour colour properties, with defaults filled in
/// @param interlaced whether frames consist of two fields
/// @param alpha whether there is an alpha channel
/// @param still whether it is a still image
/// @param clock how timestamps are derived
/// @param crop the container's crop, if any; pictures are delivered cropped
/// @param plays how many times an animation plays before it holds its last picture; 0: infinitely
public record VideoFacts(
        int streamIndex,
        String codec,
        int codedWidth,
        int codedHeight,
        Orientation orientation,
        Rational sampleAspectRatio,
        int displayWidth,
        int displayHeight,
        FrameRate frameRate,
        boolean constantFrameRate,
        Rational timeBase,
        Rational firstPicture,
        Rational duration,
        ColourFacts colour,
        boolean interlaced,
        boolean alpha,
        boolean still,
        StreamClock clock,
        Optional<Crop> crop,
        int plays) {
    /// Seconds after which an animation begins again; zero for a still image.
    public Rational round() {
        return still ? Rational.ZERO : duration;
    }

    /// These facts of pictures of other colours.
    public VideoFacts with(ColourFacts other) {
        return new VideoFacts(
                streamIndex,
                codec,
                codedWidth,
                codedHeight,
                orientation,
                sampleAspectRatio,
                displayWidth,
                displayHeight,
                frameRate,
                constantFrameRate,
                timeBase,
                firstPicture,
                duration,
                other,
                interlaced,
                alpha,
                still,
                clock,
                crop,
                plays);
    }

    public DisplaySize displaySize() {
        return new DisplaySize(displayWidth, displayHeight);
    }
}
