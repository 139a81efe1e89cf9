package com.autoclipr.media;

import com.autoclipr.media.encoded.EncodedVideo;
import com.autoclipr.media.picture.OutputFrame;

/// One chunk's encoder: frames in, packets out. The first packet is an IDR; no packet refers to
/// another chunk. Owns its native encoder; closed by the caller; for one thread.
public interface VideoEncoder extends AutoCloseable {
    /// Takes the next frame. The arrays are copied before this returns.
    void encode(OutputFrame frame);

    /// Frames that are encoded so far. Encoders look ahead: it may be none until [#finish].
    long encoded();

    /// Encodes what is left and hands over everything, once a decoder opened afresh has decoded it
    /// whole.
    ///
    /// @param onFrame called after every frame
    /// @throws com.autoclipr.failure.FailureException ENCODING if it cannot be decoded
    EncodedVideo finish(Runnable onFrame);

    @Override
    void close();
}
