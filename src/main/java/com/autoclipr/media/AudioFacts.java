package com.autoclipr.media;

import com.autoclipr.time.Rational;
import java.util.List;
import java.util.stream.Stream;

/// An audio programme of a source: one stream, or several streams that carry its channels.
///
/// @param streamIndex index in the container; of the first part if there are several
/// @param codec the decoder's short name
/// @param sampleRateHz samples per second, as stored
/// @param channels channels, as stored; of all parts together
/// @param start source time of the first sample
/// @param duration seconds from the source's zero to the end of the last sample; zero if unknown
/// @param clock how timestamps are derived
/// @param label metadata of the track
/// @param parts the streams that are mixed together, each with the positions of its channels as its
///   layout; empty for a single stream
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

    /// Indices of the streams that it consists of.
    public Stream<Integer> streams() {
        return parts.isEmpty()
                ? Stream.of(streamIndex)
                : parts.stream().flatMap(AudioFacts::streams);
    }

    /// A single stream.
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
