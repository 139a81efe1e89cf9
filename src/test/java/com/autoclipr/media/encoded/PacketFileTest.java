package com.autoclipr.media.encoded;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.files.DurableFiles;
import com.autoclipr.files.SystemFiles;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PacketFileTest {
    private static final EncodedVideo VIDEO =
            new EncodedVideo(
                    new byte[] {1, 100, 0, 31},
                    List.of(
                            new EncodedPacket(new byte[] {5, 6, 7}, 0, -2, 1, true),
                            new EncodedPacket(new byte[0], 3, -1, 1, false),
                            new EncodedPacket(new byte[] {-1}, 1, 0, 1, false)));
    private static final EncodedAudio SOUND =
            new EncodedAudio(
                    new byte[] {0x11, (byte) 0x90},
                    1024,
                    5_000_000_000L,
                    192_000,
                    List.of(new EncodedPacket(new byte[] {9}, -1024, -1024, 1024, true)));

    private static final Provenance PROVENANCE =
            new Provenance(
                    "ab12",
                    List.of(
                            Decision.of(DecisionKind.CORRUPT_DATA_SKIPPED)
                                    .with(Fact.FILE, "é.mp4")
                                    .with(Fact.STREAM, ""),
                            Decision.of(DecisionKind.LONG_EXPORT)));
    private static final DurableFiles FILES = new SystemFiles();

    @TempDir Path folder;

    @Test
    void aChunkComesBackAsItWas() throws IOException {
        Path file = folder.resolve("chunk");
        EncodedVideoFile.write(FILES, file, VIDEO, PROVENANCE);
        EncodedVideo back = EncodedVideoFile.read(file);
        assertArrayEquals(VIDEO.header(), back.header());
        assertSamePackets(VIDEO.packets(), back.packets());
        try (var files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList(), "nothing is left beside it");
        }
    }

    @Test
    void soundComesBackAsItWasAndReplacesWhatWasThere() {
        Path file = folder.resolve("sound");
        EncodedAudioFile.write(
                FILES, file, new EncodedAudio(new byte[0], 0, 1, 32_000, List.of()), PROVENANCE);
        EncodedAudioFile.write(FILES, file, SOUND, PROVENANCE);
        EncodedAudio back = EncodedAudioFile.read(file);
        assertArrayEquals(SOUND.header(), back.header());
        assertEquals(SOUND.primingSamples(), back.primingSamples());
        assertEquals(SOUND.samples(), back.samples());
        assertEquals(SOUND.bitrateBps(), back.bitrateBps());
        assertSamePackets(SOUND.packets(), back.packets());
    }

    @Test
    void everyDamagedByteAndEveryCutIsNoticed() throws IOException {
        Path file = folder.resolve("chunk");
        EncodedVideoFile.write(FILES, file, VIDEO, PROVENANCE);
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 0x41;
            assertRefused(file, damaged, "byte " + i + " changed");
            assertRefused(file, Arrays.copyOf(whole, i), "cut after " + i + " bytes");
        }
        assertRefused(file, Arrays.copyOf(whole, whole.length + 1), "one byte more");
    }

    @Test
    void aSystemThatIsOutOfSomethingSaysNothingAboutTheFile() {
        IOException tooMany = new FileSystemException("x", null, "Too many open files");
        assertEquals(
                FailureKind.TOO_MANY_OPEN_FILES,
                PacketFile.damaged(Path.of("x"), tooMany).failure().kind());
        assertEquals(
                FailureKind.STORED_FILE_CORRUPT,
                PacketFile.damaged(Path.of("x"), new EOFException()).failure().kind());
    }

    @Test
    void soundIsNoChunk() {
        Path file = folder.resolve("sound");
        EncodedAudioFile.write(FILES, file, SOUND, PROVENANCE);
        assertThrows(FailureException.class, () -> EncodedVideoFile.read(file));
    }

    @Test
    void provenanceIsStoredInTheFile() throws IOException {
        Path file = folder.resolve("chunk");
        EncodedVideoFile.write(FILES, file, VIDEO, PROVENANCE);
        assertEquals(
                new EncodedFile(EncodedFile.Kind.VIDEO, PROVENANCE, 3, Files.size(file)),
                EncodedFile.check(file));
        EncodedAudioFile.write(FILES, file, SOUND, PROVENANCE);
        assertEquals(
                new EncodedFile(EncodedFile.Kind.AUDIO, PROVENANCE, 1, Files.size(file)),
                EncodedFile.check(file));
    }

    /// A later version of this program writes what this one cannot read, and need not throw out.
    @Test
    void aFileOfAnotherVersionIsKnownToBeWhole() throws Exception {
        Path file = folder.resolve("chunk");
        EncodedVideoFile.write(FILES, file, VIDEO, PROVENANCE);
        byte[] whole = Files.readAllBytes(file);
        assertTrue(EncodedFile.isWhole(file));
        whole[7] = '9';
        byte[] content = Arrays.copyOf(whole, whole.length - 32);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
        System.arraycopy(digest, 0, whole, content.length, digest.length);
        Files.write(file, whole);
        assertTrue(EncodedFile.isWhole(file));
        assertThrows(FailureException.class, () -> EncodedFile.check(file));
        whole[20] ^= 1;
        Files.write(file, whole);
        assertFalse(EncodedFile.isWhole(file));
        Files.write(file, new byte[0]);
        assertFalse(EncodedFile.isWhole(file));
    }

    @Test
    void aFolderThatIsGoneIsMadeAgain() {
        Path file = folder.resolve("nowhere").resolve("chunk");
        EncodedVideoFile.write(FILES, file, VIDEO, PROVENANCE);
        assertEquals(3, EncodedVideoFile.read(file).packets().size());
    }

    @Test
    void aFolderThatCannotBeMadeCannotBeWrittenTo() throws IOException {
        Path file = Files.createFile(folder.resolve("nowhere")).resolve("chunk");
        FailureException failure =
                assertThrows(
                        FailureException.class,
                        () -> EncodedVideoFile.write(FILES, file, VIDEO, PROVENANCE));
        assertEquals(FailureKind.NOT_WRITABLE, failure.failure().kind());
        assertEquals(file.toString(), failure.failure().fact(Fact.FILE));
    }

    private static void assertRefused(Path file, byte[] content, String what) throws IOException {
        Files.write(file, content);
        FailureException failure =
                assertThrows(FailureException.class, () -> EncodedVideoFile.read(file), what);
        assertThrows(FailureException.class, () -> EncodedFile.check(file), what);
        assertEquals(FailureKind.STORED_FILE_CORRUPT, failure.failure().kind(), what);
        assertEquals(file.toString(), failure.failure().fact(Fact.FILE));
    }

    private static void assertSamePackets(List<EncodedPacket> wanted, List<EncodedPacket> found) {
        assertEquals(wanted.size(), found.size());
        for (int i = 0; i < wanted.size(); i++) {
            assertArrayEquals(wanted.get(i).data(), found.get(i).data());
            assertEquals(wanted.get(i).presentationIndex(), found.get(i).presentationIndex());
            assertEquals(wanted.get(i).decodingIndex(), found.get(i).decodingIndex());
            assertEquals(wanted.get(i).duration(), found.get(i).duration());
            assertEquals(wanted.get(i).keyFrame(), found.get(i).keyFrame());
        }
    }
}
