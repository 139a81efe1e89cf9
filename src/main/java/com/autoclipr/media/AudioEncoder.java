package com.autoclipr.media;

import com.autoclipr.media.encoded.EncodedAudio;

/// The encoder of the one sound track. Owns its native encoder; closed by the caller; for one
/// thread.
public interface AudioEncoder extends AutoCloseable {
    /// Encodes the next `count` samples of both sides, 1.0 being full scale.
    void encode(float[] left, float[] right, int count);

    /// Ends the track and hands over everything.
    EncodedAudio finish();

    @Override
    void close();
}
