package com.autoclipr.worker;

/// What one chunk took.
///
/// @param frames frames encoded
/// @param drawNs nanoseconds in the renderer, decoding included
/// @param encodeNs nanoseconds in the encoder
/// @param ringWaitNs nanoseconds that drawing has waited for a free place in the frame ring, since
///   the project was opened
/// @param ringPeak most frames that stood in the ring at once
/// @param ringSlots places in the ring
/// @param renderer since the project was opened
public record ChunkWork(
        long frames,
        long drawNs,
        long encodeNs,
        long ringWaitNs,
        int ringPeak,
        int ringSlots,
        RendererUse renderer) {}
