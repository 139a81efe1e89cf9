package com.autoclipr.media.encoded;

import java.util.List;

/// The encoded video of one chunk.
///
/// @param header codec configuration (`avcC` payload without the box header): SPS and PPS, equal in
///   all chunks of an export
/// @param packets in decoding order
public record EncodedVideo(byte[] header, List<EncodedPacket> packets) {
    public EncodedVideo {
        packets = List.copyOf(packets);
    }
}
