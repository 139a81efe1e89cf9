package com.autoclipr.media;

import com.autoclipr.media.encoded.EncodedVideo;
import com.autoclipr.media.picture.OutputFrame;

/// Encodes one chunk: frames in, packets out. The first packet is an IDR; no packet references
/// another chunk. Owns its native encoder; closed by the caller; not thread-safe.
public interface VideoEncoder extends AutoCloseable {
    /// Encodes the next frame. The arrays are copied before this returns.
    void encode(OutputFrame frame);

    /// The number of frames encoded so far. Encoders look ahead, so it may be 0 until [#finish].
    long encoded();

    /// Flushes the encoder and returns the chunk, after a new decoder has decoded all of it.
    ///
    /// @param onFrame called after every frame
    /// @throws com.autoclipr.failure.FailureException ENCODING_FAILED if it cannot be decoded
    EncodedVideo finish(Runnable onFrame);

    @Override
    void close();
}
