package com.autoclipr.media;

import com.autoclipr.time.Rational;
import java.util.List;
import java.util.stream.Stream;

/// A sound of a source: one of its tracks, or several streams that are the parts of one sound.
///
/// @param streamIndex index in the container; of the first part where there are several
/// @param codec the decoder's short name
/// @param sampleRateHz samples per second, as stored
/// @param channels channels, as stored; of all parts together
/// @param start source time of the first sample
/// @param duration seconds from the source's zero to the end of the last sample; zero where nothing
///   tells
/// @param clock what the times of samples are made from
/// @param label what the file says of it
/// @param parts the streams that are heard together as this sound, each with the places of its
///   channels as its layout; empty: it is one stream
public record AudioFacts(
        int streamIndex,
        String codec,
        int sampleRateHz,
        int channels,
        Rational start,
        Rational duration,
        StreamClock clock,
        TrackLabel label,
        List<AudioFacts> parts) {
    public AudioFacts {
        parts = List.copyOf(parts);
    }

    /// Indices of every stream that it is made of.
    public Stream<Integer> streams() {
        return parts.isEmpty()
                ? Stream.of(streamIndex)
                : parts.stream().flatMap(AudioFacts::streams);
    }

    /// One stream.
    ///
    /// @param duration as above
    public static AudioFacts of(
            int streamIndex, String codec, int sampleRateHz, int channels, Rational duration) {
        return new AudioFacts(
                streamIndex,
                codec,
                sampleRateHz,
                channels,
                Rational.ZERO,
                duration,
                StreamClock.CONTAINER,
                TrackLabel.plain(0, channels == 1 ? "mono" : "stereo"),
                List.of());
    }
}
