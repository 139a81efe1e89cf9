package com.autoclipr.media.encoded;

import java.util.List;

/// The sound track.
///
/// @param header codec configuration (AudioSpecificConfig)
/// @param primingSamples samples at the start that the decoder throws away
/// @param samples samples that are heard
/// @param bitrateBps bits per second asked for
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
