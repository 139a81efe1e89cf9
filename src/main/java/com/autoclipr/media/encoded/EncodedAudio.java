package com.autoclipr.media.encoded;

import java.util.List;

/// The encoded audio track.
///
/// @param header codec configuration (AudioSpecificConfig)
/// @param primingSamples samples at the start that the decoder discards
/// @param samples samples after priming
/// @param bitrateBps requested bits per second
/// @param packets in order
public record EncodedAudio(
        byte[] header,
        int primingSamples,
        long samples,
        int bitrateBps,
        List<EncodedPacket> packets) {
    public EncodedAudio {
        packets = List.copyOf(packets);
    }
}
