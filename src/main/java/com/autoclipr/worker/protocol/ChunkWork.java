package com.autoclipr.worker.protocol;

/// The cost of one chunk.
///
/// @param frames frames encoded
/// @param decodeNs nanoseconds of opening and decoding sources
/// @param drawNs nanoseconds in the renderer, decoding excluded
/// @param encodeNs nanoseconds of encoding, verifying and writing the chunk
/// @param ring how drawing and encoding waited for each other
/// @param renderer activity of the renderer
public record ChunkWork(
        long frames,
        long decodeNs,
        long drawNs,
        long encodeNs,
        RingUse ring,
        RendererUse renderer) {
    /// Use of the frame ring during one chunk.
    ///
    /// @param drawWaitNs nanoseconds that drawing waited for a free slot
    /// @param encodeWaitNs nanoseconds that encoding waited for the next frame, after the first one
    /// @param peak peak number of frames in the ring since the project was opened
    /// @param slots size of the ring
    public record RingUse(long drawWaitNs, long encodeWaitNs, int peak, int slots) {}
}
