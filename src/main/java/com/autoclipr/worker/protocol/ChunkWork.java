package com.autoclipr.worker.protocol;

/// What one chunk took.
///
/// @param frames frames encoded
/// @param decodeNs nanoseconds of opening and decoding sources
/// @param drawNs nanoseconds in the renderer, decoding excluded
/// @param encodeNs nanoseconds of encoding, proving and writing the chunk
/// @param ring how drawing and encoding waited for each other
/// @param renderer what the renderer did
public record ChunkWork(
        long frames,
        long decodeNs,
        long drawNs,
        long encodeNs,
        RingUse ring,
        RendererUse renderer) {
    /// The frame ring during one chunk.
    ///
    /// @param drawWaitNs nanoseconds that drawing waited for a free place
    /// @param encodeWaitNs nanoseconds that encoding, once begun, waited for the next frame
    /// @param peak most frames that stood in the ring at once, since the project was opened
    /// @param slots places in the ring
    public record RingUse(long drawWaitNs, long encodeWaitNs, int peak, int slots) {}
}
