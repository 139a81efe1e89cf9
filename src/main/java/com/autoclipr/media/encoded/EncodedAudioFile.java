package com.autoclipr.media.encoded;

import com.autoclipr.files.DurableFiles;
import java.nio.file.Path;

/// [EncodedAudio] as a file, to hand the sound track to another process. The format is that of
/// [PacketFile], with priming, samples and bit rate as its numbers.
public final class EncodedAudioFile {
    static final PacketFile FORMAT = new PacketFile("ACSOUND2", 3);

    private EncodedAudioFile() {}

    /// Writes `file` as a whole or not at all.
    ///
    /// @throws com.autoclipr.failure.FailureException DISK_FULL or NOT_WRITABLE with the fact
    ///   `file`
    public static void write(
            DurableFiles files, Path file, EncodedAudio sound, Provenance provenance) {
        long[] numbers = {sound.primingSamples(), sound.samples(), sound.bitrateBps()};
        FORMAT.write(
                files,
                file,
                new PacketFile.Content(provenance, numbers, sound.header(), sound.packets()));
    }

    /// @throws com.autoclipr.failure.FailureException STORED_FILE_DAMAGED with the facts `file` and
    ///   `detail` if it is not what was written
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
