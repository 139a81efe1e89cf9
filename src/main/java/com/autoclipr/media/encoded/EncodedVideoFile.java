package com.autoclipr.media.encoded;

import com.autoclipr.files.DurableFiles;
import java.nio.file.Path;

/// [EncodedVideo] as a file: a finished chunk, kept or handed to another process. The format is
/// that of [PacketFile].
public final class EncodedVideoFile {
    static final PacketFile FORMAT = new PacketFile("ACVIDEO2", 0);

    private EncodedVideoFile() {}

    /// Writes `file` as a whole or not at all.
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

    /// @throws com.autoclipr.failure.FailureException STORED_FILE_DAMAGED with the facts `file` and
    ///   `detail` if it is not what was written
    public static EncodedVideo read(Path file) {
        PacketFile.Content content = FORMAT.read(file);
        return new EncodedVideo(content.header(), content.packets());
    }
}
