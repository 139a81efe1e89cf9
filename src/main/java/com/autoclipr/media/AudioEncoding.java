package com.autoclipr.media;

/// Encoding parameters of the audio track: AAC-LC, 48 kHz, stereo.
///
/// @param bitrateBps bits per second
public record AudioEncoding(int bitrateBps) {
    public AudioEncoding {
        if (bitrateBps < 32_000 || bitrateBps > 512_000) {
            throw new IllegalArgumentException(
                    "bitrateBps must be 32000 to 512000, was " + bitrateBps);
        }
    }
}
