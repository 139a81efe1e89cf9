package com.autoclipr.media;

import com.autoclipr.media.encoded.EncodedAudio;

/// Encodes the audio track. Owns the native encoder; closed by the caller; not thread-safe.
public interface AudioEncoder extends AutoCloseable {
    /// Encodes the next `count` samples of both channels; 1.0 is full scale.
    void encode(float[] left, float[] right, int count);

    /// Flushes the encoder and returns the whole track.
    EncodedAudio finish();

    @Override
    void close();
}
