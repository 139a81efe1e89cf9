package com.autoclipr.media;

import com.autoclipr.time.Rational;

/// The sound stream of a source.
///
/// @param streamIndex index in the container
/// @param codec the decoder's short name
/// @param sampleRateHz samples per second, as stored
/// @param channels channels, as stored
/// @param start source time of the first sample
/// @param duration seconds from the source's zero to the end of the last sample; zero where nothing
///   tells
/// @param clock what the times of samples are made from
public record AudioFacts(
        int streamIndex,
        String codec,
        int sampleRateHz,
        int channels,
        Rational start,
        Rational duration,
        StreamClock clock) {}
