package com.autoclipr.media.encoded;

import java.nio.file.Path;

/// An encoded file that was read through once and is whole; its packets are not kept.
///
/// @param kind what it holds
/// @param provenance where it comes from
/// @param packets how many it has
/// @param bytes of the file
public record EncodedFile(Kind kind, Provenance provenance, int packets, long bytes) {
    /// What encoded files hold.
    public enum Kind {
        VIDEO,
        SOUND
    }

    /// Reads the whole file and compares its digest.
    ///
    /// @throws com.autoclipr.failure.FailureException STORED_FILE_DAMAGED with the facts `file` and
    ///   `detail` if it is not what was written
    public static EncodedFile check(Path file) {
        return EncodedAudioFile.FORMAT.isNamedBy(file)
                ? EncodedAudioFile.FORMAT.check(file, Kind.SOUND)
                : EncodedVideoFile.FORMAT.check(file, Kind.VIDEO);
    }

    /// Whether the file ends with the digest of what is before, whatever version of this program
    /// wrote it.
    ///
    /// @throws com.autoclipr.failure.FailureException STORED_FILE_DAMAGED if it cannot be read
    public static boolean isWhole(Path file) {
        return PacketFile.isWhole(file);
    }
}
