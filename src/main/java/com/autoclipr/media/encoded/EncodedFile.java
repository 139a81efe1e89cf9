package com.autoclipr.media.encoded;

import java.nio.file.Path;

/// An encoded file that was read to its end and is intact; its packets are not kept.
///
/// @param kind of its content
/// @param provenance of its content
/// @param packets number of packets
/// @param bytes of the file
public record EncodedFile(Kind kind, Provenance provenance, int packets, long bytes) {
    /// Kinds of content.
    public enum Kind {
        VIDEO,
        AUDIO
    }

    /// Reads the whole file and verifies its digest.
    ///
    /// @throws com.autoclipr.failure.FailureException STORED_FILE_CORRUPT with the facts `file` and
    ///   `detail` if it was altered
    public static EncodedFile check(Path file) {
        return EncodedAudioFile.FORMAT.isNamedBy(file)
                ? EncodedAudioFile.FORMAT.check(file, Kind.AUDIO)
                : EncodedVideoFile.FORMAT.check(file, Kind.VIDEO);
    }

    /// Whether the file ends with the digest of its content, whatever version of this program wrote
    /// it.
    ///
    /// @throws com.autoclipr.failure.FailureException STORED_FILE_CORRUPT if it cannot be read
    public static boolean isWhole(Path file) {
        return PacketFile.isWhole(file);
    }
}
