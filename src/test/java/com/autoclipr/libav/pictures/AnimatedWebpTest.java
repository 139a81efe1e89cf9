package com.autoclipr.libav.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.DecisionKind;
import com.autoclipr.libav.LibavMedia;
import com.autoclipr.libav.MadeMedia;
import com.autoclipr.libav.TimelinesTest;
import com.autoclipr.media.VideoFacts;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Memory that an animated WebP takes.
@Tag("slow")
class AnimatedWebpTest {
    @TempDir Path folder;

    /// Two gigabytes that hold nothing: ten bytes of them are read.
    @Test
    void aHeadAsLargeAsAFileMayBe() throws IOException {
        int size = Integer.MAX_VALUE - 15;
        ByteBuffer head = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
        head.put(HeifWriter.bytes("RIFF")).putInt(size).put(HeifWriter.bytes("WEBPVP8X"));
        Path path = Files.write(folder.resolve("a.webp"), head.putInt(size).array());
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(20L + size);
        }
        assertEquals(Optional.empty(), AnimatedWebp.read(path));
    }

    /// Its canvas is larger than an array can be.
    @Test
    void picturesThatCannotBeOpenedKeepNothing() throws IOException {
        Path file =
                MadeMedia.ffmpeg(folder.resolve("a.webp"), "testsrc2=s=32x24:r=10:d=0.5", "-an");
        VideoFacts facts = new LibavMedia().probe(file).video().orElseThrow();
        List<AnimatedWebp.Frame> frames = AnimatedWebp.read(file).orElseThrow().frames();
        AnimatedWebp vast = new AnimatedWebp(30_000, 30_000, true, 0, true, frames);
        openInVain(file, vast, facts, 10_000);
        long before = residentKb();
        openInVain(file, vast, facts, 30_000);
        long grown = residentKb() - before;
        assertTrue(grown < 40_000, grown + " kB more");
    }

    /// Frames that are left out: the second one lies beside the canvas, or is longer than the file.
    @ParameterizedTest
    @ValueSource(ints = {8, 4})
    void framesThatAreLeftOutAreReported(int field) throws IOException {
        Path file =
                MadeMedia.ffmpeg(folder.resolve("a.webp"), "testsrc2=s=32x24:r=10:d=0.5", "-an");
        assertTrue(AnimatedWebp.read(file).orElseThrow().whole());
        byte[] bytes = Files.readAllBytes(file);
        int second = indexOf(bytes, "ANMF", indexOf(bytes, "ANMF", 0) + 4);
        bytes[second + field + 1] = 120;
        Files.write(file, bytes);
        assertEquals(
                1,
                new LibavMedia()
                        .probe(file).decisions().stream()
                                .filter(met -> met.kind() == DecisionKind.CORRUPT_DATA_SKIPPED)
                                .count());
    }

    private static int indexOf(byte[] bytes, String type, int from) {
        return from + TimelinesTest.indexOf(Arrays.copyOfRange(bytes, from, bytes.length), type);
    }

    private static void openInVain(Path file, AnimatedWebp vast, VideoFacts facts, int times) {
        for (int i = 0; i < times; i++) {
            assertThrows(
                    NegativeArraySizeException.class,
                    () -> new AnimatedWebpPictures(file, vast, facts));
        }
    }

    private static long residentKb() throws IOException {
        System.gc();
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow();
    }
}
