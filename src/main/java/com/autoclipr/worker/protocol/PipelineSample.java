package com.autoclipr.worker.protocol;

/// What the two threads of a worker's pipeline have spent their time on since the project was
/// opened, and how full the frame ring between them is. Times include work in progress and never
/// decrease.
///
/// @param decodeNs nanoseconds of opening and decoding sources
/// @param drawNs nanoseconds of drawing, decoding excluded
/// @param drawWaitNs nanoseconds that drawing waited for a free slot in the ring
/// @param encodeNs nanoseconds of encoding, verifying and writing chunks
/// @param encodeWaitNs nanoseconds that encoding waited for a frame while one was being drawn
/// @param ringFrames drawn frames that wait to be encoded
/// @param ringSlots slots in the ring
public record PipelineSample(
        long decodeNs,
        long drawNs,
        long drawWaitNs,
        long encodeNs,
        long encodeWaitNs,
        int ringFrames,
        int ringSlots) {}
