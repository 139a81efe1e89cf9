package com.autoclipr.media.encoded;

import com.autoclipr.files.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;

/// SHA-256 over the video packets of a file in decoding order, each with its frame index and
/// keyframe flag. Equal digests mean the same packets in the same order for the same frames.
public final class PacketDigest {
    private static final int HEAD_BYTES = Long.BYTES + 1 + Integer.BYTES;

    private final MessageDigest sha256 = Sha256.start();
    private final ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES);

    /// @param frame index in the output of the packet's frame
    /// @param data consumed to its limit
    public void add(long frame, boolean keyFrame, ByteBuffer data) {
        head.clear();
        head.putLong(frame).put((byte) (keyFrame ? 1 : 0)).putInt(data.remaining()).flip();
        sha256.update(head);
        sha256.update(data);
    }

    /// @param firstFrame index in the output of the chunk's first frame
    public void add(EncodedVideo chunk, long firstFrame) {
        for (EncodedPacket packet : chunk.packets()) {
            add(
                    firstFrame + packet.presentationIndex(),
                    packet.keyFrame(),
                    ByteBuffer.wrap(packet.data()));
        }
    }

    /// The digest in hexadecimal; nothing can be added after this.
    public String hex() {
        return Sha256.hex(sha256);
    }
}
