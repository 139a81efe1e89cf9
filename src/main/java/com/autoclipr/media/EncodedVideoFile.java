package com.autoclipr.media;

import java.nio.file.Path;

/// [EncodedVideo] as a file: a finished chunk, kept or handed to another process. The format is
/// that of [PacketFile].
public final class EncodedVideoFile {
    private static final PacketFile FORMAT = new PacketFile("ACVIDEO1", 0);

    private EncodedVideoFile() {}

    /// Writes `file` as a whole or not at all.
    ///
    /// @throws com.autoclipr.failure.FailureException DISK_FULL or NOT_WRITABLE with the fact
    ///   `file`
    public static void write(Path file, EncodedVideo video) {
        FORMAT.write(file, new PacketFile.Content(new long[0], video.header(), video.packets()));
    }

    /// @throws com.autoclipr.failure.FailureException INTERNAL with the facts `file` and `detail`
    ///   if it is not what was written
    public static EncodedVideo read(Path file) {
        PacketFile.Content content = FORMAT.read(file);
        return new EncodedVideo(content.header(), content.packets());
    }
}
