package com.autoclipr.media.encoded;

import com.autoclipr.files.DurableFiles;
import java.nio.file.Path;

/// Stores [EncodedAudio] in a file, for the chunk store and for other processes. A [PacketFile]
/// with priming, samples and bitrate as its numbers.
public final class EncodedAudioFile {
    static final PacketFile FORMAT = new PacketFile("ACSOUND2", 3);

    private EncodedAudioFile() {}

    /// Writes `file` atomically.
    ///
    /// @throws com.autoclipr.failure.FailureException DISK_FULL or NOT_WRITABLE with the fact
    ///   `file`
    public static void write(
            DurableFiles files, Path file, EncodedAudio audio, Provenance provenance) {
        long[] numbers = {audio.primingSamples(), audio.samples(), audio.bitrateBps()};
        FORMAT.write(
                files,
                file,
                new PacketFile.Content(provenance, numbers, audio.header(), audio.packets()));
    }

    /// @throws com.autoclipr.failure.FailureException STORED_FILE_CORRUPT with the facts `file` and
    ///   `detail` if it was altered
    public static EncodedAudio read(Path file) {
        PacketFile.Content content = FORMAT.read(file);
        long[] numbers = content.numbers();
        return new EncodedAudio(
                content.header(),
                Math.toIntExact(numbers[0]),
                numbers[1],
                Math.toIntExact(numbers[2]),
                content.packets());
    }
}
