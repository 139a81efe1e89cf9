package com.autoclipr.media;

import com.autoclipr.time.Rational;
import java.util.List;
import java.util.Optional;

/// What a source is.
///
/// @param container the demuxer's short name, such as `mov,mp4,m4a,3gp,3g2,mj2`
/// @param duration seconds from the source's zero to the end of its last picture or sample; zero
///   for a still image and where nothing tells
/// @param video the picture stream that is used, if there is one (cover art of a sound file is
///   none)
/// @param audio the sound stream that is used, if there is one
/// @param decisions what had to be decided to read it
public record MediaFacts(
        String container,
        Rational duration,
        Optional<VideoFacts> video,
        Optional<AudioFacts> audio,
        List<Decision> decisions) {
    public MediaFacts {
        decisions = List.copyOf(decisions);
    }
}
