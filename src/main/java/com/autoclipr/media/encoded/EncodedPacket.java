package com.autoclipr.media.encoded;

/// One coded frame. Video: NAL units, each preceded by its length in 4 bytes; sound: one raw AAC
/// frame.
///
/// @param data the coded bytes
/// @param presentationIndex video: index of the frame within its chunk; sound: first sample,
///   counted from the first sample that is heard (so negative during the encoder's priming)
/// @param decodingIndex video: frames from the chunk's first frame to the moment of decoding, may
///   be negative; sound: as `presentationIndex`
/// @param duration video: 1; sound: samples in it
/// @param keyFrame whether decoding can start here
public record EncodedPacket(
        byte[] data, long presentationIndex, long decodingIndex, int duration, boolean keyFrame) {}
