package com.autoclipr.media;

import com.autoclipr.media.picture.ColourFacts;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.util.Optional;

/// The picture stream of a source. Source time zero is the earliest start among the streams that
/// are used.
///
/// @param streamIndex index in the container
/// @param codec the decoder's short name
/// @param codedWidth pixels, as stored
/// @param codedHeight pixels, as stored
/// @param orientation how the stored picture is turned to stand upright; pictures are delivered
///   upright
/// @param sampleAspectRatio width of a stored pixel divided by its height
/// @param displayWidth pixels of the upright picture with square pixels (what `fit` sees)
/// @param displayHeight pixels of the upright picture with square pixels
/// @param frameRate nominal frames per second, nearest standard rate where the file is ambiguous
/// @param constantFrameRate whether every frame lasts equally long, as far as the headers say
/// @param timeBase seconds per tick of the container's timestamps
/// @param firstPicture source time of the first picture
/// @param duration seconds from the source's zero to the end of the last picture; zero where
///   nothing says
/// @param colour what the samples mean, after defaults were decided
/// @param interlaced whether pictures are woven from two fields
/// @param alpha whether pictures carry transparency
/// @param still whether there is one picture only
/// @param clock what the times of pictures are made from
/// @param crop what of the stored pictures the container says is seen, if not all of it; pictures
///   are delivered cropped
/// @param plays how many times an animation plays before it stays on its last picture; 0: forever
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
