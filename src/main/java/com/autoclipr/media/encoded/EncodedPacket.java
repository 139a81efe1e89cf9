package com.autoclipr.media.encoded;

/// One coded frame. Video: NAL units with 4-byte length prefixes; audio: one raw AAC frame.
///
/// @param data the coded bytes
/// @param presentationIndex video: index of the frame within its chunk; audio: first sample,
///   counted from the end of the priming (so negative during priming)
/// @param decodingIndex video: DTS in frames from the chunk's first frame, may be negative; audio:
///   as `presentationIndex`
/// @param duration video: 1; audio: number of samples
/// @param keyFrame whether decoding can start here
public record EncodedPacket(
        byte[] data, long presentationIndex, long decodingIndex, int duration, boolean keyFrame) {}
