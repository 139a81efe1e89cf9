package com.autoclipr.libav.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.libav.LibavMedia;
import com.autoclipr.libav.MadeMedia;
import com.autoclipr.libav.Shown;
import com.autoclipr.media.PictureSource;
import com.autoclipr.media.VideoFacts;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Pictures that were not received whole: what can be seen is, and it is told.
@Tag("slow")
class DamagedPicturesTest {
    @TempDir Path folder;

    private Shown shown(byte[] bytes) throws IOException {
        return Shown.of(Files.write(folder.resolve("picture"), bytes));
    }

    private void assertDamage(boolean damaged, byte[] bytes) throws IOException {
        assertEquals(damaged, shown(bytes).decided(DecisionKind.CORRUPT_DATA_SKIPPED));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aJpegThatLacksSomethingIsTold(boolean progressive) throws IOException {
        byte[] whole = MadeMedia.jpeg(320, 240, progressive);
        assertDamage(false, whole);
        assertDamage(true, Arrays.copyOf(whole, whole.length * 6 / 10));
        assertDamage(true, Arrays.copyOf(whole, whole.length - 2));
        byte[] start = Arrays.copyOf(whole, whole.length / 2);
        byte[] rest = Arrays.copyOfRange(whole, whole.length / 2 + 500, whole.length);
        assertDamage(true, MadeMedia.joined(start, rest));
    }

    @Test
    void aLargeProgressiveJpegThatLacksSomethingIsReported() throws IOException {
        BufferedImage large = new BufferedImage(8_200, 8_200, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 8_200; i++) {
            large.getRaster().setSample((i * 37) % 8_200, i, 0, 200);
        }
        byte[] whole = MadeMedia.jpeg(large, true);
        // The last byte of the fourth scan is missing, of which FFmpeg says nothing.
        int fifth = 0;
        for (int scan = 0; scan < 5; scan++) {
            fifth = marker(whole, fifth + 2, 0xda);
        }
        byte[] start = Arrays.copyOf(whole, fifth - 1);
        byte[] rest = Arrays.copyOfRange(whole, fifth, whole.length);
        Path file = Files.write(folder.resolve("large"), MadeMedia.joined(start, rest));
        LibavMedia media = new LibavMedia();
        VideoFacts facts = media.probe(file).video().orElseThrow();
        try (PictureSource pictures = media.openPictures(file, facts)) {
            assertTrue(
                    pictures.decisions().stream()
                            .anyMatch(d -> d.kind() == DecisionKind.CORRUPT_DATA_SKIPPED));
        }
    }

    /// Where a marker lies, at or after `from`.
    private static int marker(byte[] jpeg, int from, int wanted) {
        int at = from;
        while ((jpeg[at] & 0xff) != 0xff || (jpeg[at + 1] & 0xff) != wanted) {
            at++;
        }
        return at;
    }

    @Test
    void whatIsMissingIsGrey() throws IOException {
        byte[] whole = MadeMedia.jpeg(320, 240, false);
        Shown cut = shown(Arrays.copyOf(whole, whole.length * 6 / 10));
        cut.assertColour(255, 1, 64, 1, 1, 60);
        cut.assertColour(128, 128, 128, 160, 235, 1);
    }

    @Test
    void aJpegOfWhichNothingIsThereIsRefused() throws IOException {
        byte[] whole = MadeMedia.jpeg(320, 240, false);
        int scan = 0;
        while ((whole[scan] & 0xff) != 0xff || (whole[scan + 1] & 0xff) != 0xda) {
            scan++;
        }
        byte[] header = Arrays.copyOf(whole, scan);
        FailureException refused = assertThrows(FailureException.class, () -> shown(header));
        assertEquals(FailureKind.MEDIA_CORRUPT, refused.failure().kind());
    }

    @Test
    void animationsThatWereCutOffAreTold() {
        String moving = "testsrc2=s=64x48:r=10:d=1";
        for (String name : new String[] {"a.gif", "a.apng", "a.webp"}) {
            Path whole = MadeMedia.ffmpeg(folder.resolve(name), moving);
            assertFalse(Shown.of(whole).decided(DecisionKind.CORRUPT_DATA_SKIPPED), name);
            Shown cut = Shown.of(MadeMedia.cut(whole, 60));
            assertTrue(cut.decided(DecisionKind.CORRUPT_DATA_SKIPPED), name);
        }
    }

    @Test
    void otherPicturesThatWereCutOffAreToldOrRefused() {
        for (String name :
                new String[] {
                    "a.png", "a.bmp", "a.tif", "a.webp", "a.qoi", "a.jp2", "a.tga", "a.ppm", "a.gif"
                }) {
            Path whole =
                    MadeMedia.ffmpeg(folder.resolve(name), "testsrc2=s=64x48", "-frames:v", "1");
            assertFalse(Shown.of(whole).decided(DecisionKind.CORRUPT_DATA_SKIPPED), name);
            for (int percent : new int[] {50, 90}) {
                Path cut = MadeMedia.cut(whole, percent);
                boolean told;
                try {
                    told = Shown.of(cut).decided(DecisionKind.CORRUPT_DATA_SKIPPED);
                } catch (FailureException e) {
                    told = e.failure().kind() == FailureKind.MEDIA_CORRUPT;
                }
                assertTrue(told, name + " " + percent);
            }
        }
    }
}
