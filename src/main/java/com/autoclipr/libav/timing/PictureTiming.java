package com.autoclipr.libav.timing;

import com.autoclipr.media.StreamClock;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.time.Rational;

/// How the pictures of a stream are timed.
///
/// @param rate frames per second, for single pictures that carry no time
/// @param clock of the stream's packets
public record PictureTiming(Rational rate, StreamClock clock) {
    public static PictureTiming of(VideoFacts facts) {
        return new PictureTiming(facts.frameRate().framesPerSecond(), facts.clock());
    }
}
