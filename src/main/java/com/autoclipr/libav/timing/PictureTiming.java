package com.autoclipr.libav.timing;

import com.autoclipr.media.StreamClock;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.time.Rational;

/// Timing of the pictures of a stream.
///
/// @param rate frames per second, for single pictures without timestamps
/// @param clock of the stream's packets
public record PictureTiming(Rational rate, StreamClock clock) {
    public static PictureTiming of(VideoFacts facts) {
        return new PictureTiming(facts.frameRate().framesPerSecond(), facts.clock());
    }
}
