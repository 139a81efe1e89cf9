package com.autoclipr.media;

/// One chunk's encoder: frames in, packets out. The first packet is an IDR; no packet refers to
/// another chunk. Owns its native encoder; closed by whoever opened it; for one thread.
public interface VideoEncoder extends AutoCloseable {
    /// Encodes the next frame. The arrays are copied before this returns.
    void encode(OutputFrame frame);

    /// Ends the stream and hands over everything.
    EncodedVideo finish();

    @Override
    void close();
}
