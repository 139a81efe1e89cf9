package com.autoclipr.libav;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.media.MediaFacts;
import com.autoclipr.media.MediaLibrary;
import com.autoclipr.media.PictureSource;
import com.autoclipr.time.Rational;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that are no media, or damaged.
@Tag("slow")
class BrokenMediaTest {
    private static final MediaLibrary MEDIA = new LibavMedia();

    @TempDir Path folder;

    private void assertRefused(FailureKind kind, Path file) {
        FailureException refused =
                assertThrows(FailureException.class, () -> MEDIA.probe(file), file.toString());
        assertEquals(kind, refused.failure().kind(), refused.getMessage());
        assertEquals(file.toString(), refused.failure().fact(Fact.FILE));
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("file.mp4"), content);
    }

    private Path film(String muxer, int pictures) {
        Path file = folder.resolve("film");
        MovieWriter.write(
                file,
                MovieWriter.Film.of(
                                muxer,
                                "libx264",
                                Rational.of(1, 25),
                                LongStream.range(0, pictures).boxed().toList())
                        .encoding(Map.of("g", "10", "preset", "veryfast")));
        return file;
    }

    @Test
    void refusesWhatIsNoMedia() throws IOException {
        FailureException empty =
                assertThrows(FailureException.class, () -> MEDIA.probe(file(new byte[0])));
        assertEquals(FailureKind.MEDIA_UNSUPPORTED, empty.failure().kind());
        assertEquals("empty", empty.failure().fact(Fact.DETAIL));
        assertRefused(
                FailureKind.MEDIA_UNSUPPORTED, file("hello, world\n".repeat(999).getBytes(UTF_8)));
        byte[] noise = new byte[60_000];
        new Random(2).nextBytes(noise);
        assertRefused(FailureKind.MEDIA_UNSUPPORTED, file(noise));
        assertRefused(FailureKind.FILE_MISSING, folder.resolve("none.mp4"));
        assertRefused(FailureKind.FILE_MISSING, folder);
    }

    @Test
    void refusesPlaylistsThatNameOtherFiles() throws IOException {
        Path film = film("mpegts", 10);
        String hls = "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n" + film + "\n#EXT-X-ENDLIST\n";
        assertRefused(FailureKind.MEDIA_UNSUPPORTED, file(hls.getBytes(UTF_8)));
        String concat = "ffconcat version 1.0\nfile " + film + "\n";
        assertRefused(FailureKind.MEDIA_UNSUPPORTED, file(concat.getBytes(UTF_8)));
    }

    @Test
    void refusesAFilmCutOffInItsHeaders() throws IOException {
        byte[] whole = Files.readAllBytes(film("mp4", 30));
        assertRefused(FailureKind.MEDIA_CORRUPT, file(Arrays.copyOf(whole, whole.length / 2)));
    }

    @Test
    void logsNoMemoryAddresses() throws IOException {
        byte[] whole = Files.readAllBytes(film("mp4", 30));
        Path cut = file(Arrays.copyOf(whole, whole.length / 2));
        FailureException refused = assertThrows(FailureException.class, () -> MEDIA.probe(cut));
        assertTrue(refused.failure().fact(Fact.DETAIL).contains("[mov"), refused.getMessage());
        assertFalse(refused.failure().fact(Fact.DETAIL).contains("0x"), refused.getMessage());
    }

    @Test
    void passesOverDamage() throws IOException {
        byte[] bytes = Files.readAllBytes(film("matroska", 50));
        Random random = new Random(4);
        for (int i = 0; i < 60; i++) {
            bytes[bytes.length / 2 + random.nextInt(bytes.length / 3)] = (byte) random.nextInt(256);
        }
        Path file = file(bytes);
        MediaFacts facts = MEDIA.probe(file);
        try (PictureSource pictures = MEDIA.openPictures(file, facts.video().orElseThrow())) {
            for (int i = 0; i < 50; i++) {
                pictures.at(Rational.of(i, 25));
            }
            assertEquals(1, pictures.decisions().size());
            assertEquals(DecisionKind.CORRUPT_DATA_SKIPPED, pictures.decisions().getFirst().kind());
        }
    }

    @Test
    void readsAFilmThatEndsEarly() throws IOException {
        byte[] whole = Files.readAllBytes(film("mpegts", 50));
        Path file = file(Arrays.copyOf(whole, whole.length * 2 / 3));
        MediaFacts facts = MEDIA.probe(file);
        try (PictureSource pictures = MEDIA.openPictures(file, facts.video().orElseThrow())) {
            int last = BarCodePicture.read(pictures.at(Rational.of(60)));
            assertEquals(3, BarCodePicture.read(pictures.at(Rational.of(3, 25))));
            assertEquals(last, BarCodePicture.read(pictures.at(Rational.of(2))));
        }
    }

    @Test
    void refusesUseAfterClose() {
        Path file = film("mp4", 5);
        PictureSource pictures = MEDIA.openPictures(file, MEDIA.probe(file).video().orElseThrow());
        pictures.close();
        pictures.close();
        assertThrows(IllegalStateException.class, () -> pictures.at(Rational.ZERO));
    }

    @Test
    void refusesPicturesThatAreTooLarge() {
        Path file = folder.resolve("large.png");
        new MovieWriter(
                        MovieWriter.Film.of(
                                        "image2", "png", Rational.of(1, 25), java.util.List.of(0L))
                                .size(16400, 2)
                                .pixels("rgb24"),
                        MovieWriter.BAR_CODE)
                .to(file);
        assertRefused(FailureKind.MEDIA_LIMIT, file);
    }
}
