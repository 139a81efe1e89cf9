package com.autoclipr.media;

/// One chunk's encoder: frames in, packets out. The first packet is an IDR; no packet refers to
/// another chunk. Owns its native encoder; closed by whoever opened it; for one thread.
public interface VideoEncoder extends AutoCloseable {
    /// Encodes the next frame. The arrays are copied before this returns.
    void encode(OutputFrame frame);

    /// Ends the stream and hands over everything, once a decoder opened afresh has decoded it
    /// whole.
    ///
    /// @throws com.autoclipr.failure.FailureException ENCODING if it cannot be decoded
    EncodedVideo finish();

    @Override
    void close();
}
