package com.autoclipr.media.encoded;

import com.autoclipr.files.DurableFiles;
import java.nio.file.Path;

/// Stores [EncodedVideo] in a file, for the chunk store and for other processes. A [PacketFile]
/// without numbers.
public final class EncodedVideoFile {
    static final PacketFile FORMAT = new PacketFile("ACVIDEO2", 0);

    private EncodedVideoFile() {}

    /// Writes `file` atomically.
    ///
    /// @throws com.autoclipr.failure.FailureException DISK_FULL or NOT_WRITABLE with the fact
    ///   `file`
    public static void write(
            DurableFiles files, Path file, EncodedVideo video, Provenance provenance) {
        FORMAT.write(
                files,
                file,
                new PacketFile.Content(provenance, new long[0], video.header(), video.packets()));
    }

    /// @throws com.autoclipr.failure.FailureException STORED_FILE_CORRUPT with the facts `file` and
    ///   `detail` if it was altered
    public static EncodedVideo read(Path file) {
        PacketFile.Content content = FORMAT.read(file);
        return new EncodedVideo(content.header(), content.packets());
    }
}
