package com.autoclipr.testkit.media;

import com.autoclipr.media.Orientation;
import com.autoclipr.media.StreamClock;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.media.picture.ColourFacts;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.util.Optional;

/// Makes the facts of a usual video: upright, square pixels, SDR in BT.709, from its beginning.
/// What a test is about is set to something else.
public final class UsualVideo {
    private final int width;
    private final int height;
    private final FrameRate rate;
    private final Rational duration;
    private String codec = "h264";
    private Orientation orientation = Orientation.UPRIGHT;
    private Rational timeBase = new Rational(1, 90_000);
    private ColourFacts.Matrix matrix = ColourFacts.Matrix.BT709;
    private boolean alpha;
    private boolean still;
    private int plays;

    /// @param width pixels
    /// @param height pixels
    /// @param duration seconds
    public UsualVideo(int width, int height, FrameRate rate, Rational duration) {
        this.width = width;
        this.height = height;
        this.rate = rate;
        this.duration = duration;
    }

    public UsualVideo codec(String name) {
        codec = name;
        return this;
    }

    public UsualVideo orientation(Orientation stored) {
        orientation = stored;
        return this;
    }

    /// @param seconds of a tick
    public UsualVideo timeBase(Rational seconds) {
        timeBase = seconds;
        return this;
    }

    public UsualVideo matrix(ColourFacts.Matrix name) {
        matrix = name;
        return this;
    }

    public UsualVideo alpha(boolean has) {
        alpha = has;
        return this;
    }

    public UsualVideo still(boolean is) {
        still = is;
        return this;
    }

    /// @param count how many times an animation plays; 0: infinitely
    public UsualVideo plays(int count) {
        plays = count;
        return this;
    }

    public VideoFacts facts() {
        return new VideoFacts(
                0,
                codec,
                width,
                height,
                orientation,
                Rational.ONE,
                width,
                height,
                rate,
                true,
                timeBase,
                Rational.ZERO,
                duration,
                new ColourFacts(matrix, false, ColourFacts.Transfer.SDR, "bt709", false, 8),
                false,
                alpha,
                still,
                StreamClock.CONTAINER,
                Optional.empty(),
                plays);
    }
}
