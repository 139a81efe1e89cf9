package com.autoclipr.libav.pictures;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.libav.MadeMedia;
import com.autoclipr.libav.Shown;
import com.autoclipr.time.Rational;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What follows the first image of a JPEG is ignored and reported; Motion JPEG is video.
@Tag("slow")
class FurtherPicturesTest {
    private static final int APP1 = 0xe1;
    private static final int APP2 = 0xe2;
    private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
    private static final byte[] RED = plain(0xff0000, 64, 48);
    private static final byte[] BLUE = plain(0x0000ff, 64, 48);
    private static final byte[] SMALL_BLUE = plain(0x0000ff, 32, 24);

    @TempDir Path folder;

    private static byte[] plain(int rgb, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, rgb);
        }
        return MadeMedia.jpeg(image, false);
    }

    private Shown shown(byte[]... parts) throws IOException {
        Path file = Files.write(folder.resolve("photo.bin"), MadeMedia.joined(parts));
        Shown shown = Shown.of(file, Rational.of(1, 10));
        assertTrue(shown.facts().still());
        assertEquals(64, shown.width());
        shown.assertColour(254, 0, 0, 20, 20, 3);
        assertFalse(shown.decided(DecisionKind.CORRUPT_DATA_SKIPPED));
        return shown;
    }

    private static String kinds(Shown shown) {
        return shown.fact(DecisionKind.EXTRA_IMAGES_IGNORED, Fact.COUNT)
                + " "
                + shown.fact(DecisionKind.EXTRA_IMAGES_IGNORED, Fact.KINDS);
    }

    private static byte[] latin(String text) {
        return text.getBytes(ISO_8859_1);
    }

    @Test
    void aGainMapIsNotShown() throws IOException {
        byte[] iso = latin("urn:iso:std:iso:ts:21496:-1\0\0\0\0\0");
        byte[] ultra = latin(XMP + "<x hdrgm:Version=\"1.0\"/>");
        assertEquals("1 gain-map", kinds(shown(RED, MadeMedia.withSegment(SMALL_BLUE, APP2, iso))));
        assertEquals(
                "1 gain-map", kinds(shown(MadeMedia.withSegment(RED, APP1, ultra), SMALL_BLUE)));
        // Three of one size would be a film, if the first did not say what they are.
        byte[] views = MadeMedia.withSegment(RED, APP2, latin("MPF\0II*\0"));
        assertEquals("3 images", kinds(shown(views, BLUE, BLUE, BLUE)));
    }

    @Test
    void aMotionPhotoIsAPhoto() throws IOException {
        byte[] xmp = latin(XMP + "<x GCamera:MotionPhoto=\"1\"/>");
        Path film = MadeMedia.ffmpeg(folder.resolve("a.mp4"), "color=blue:s=64x48:d=0.2");
        byte[] photo = MadeMedia.withSegment(RED, APP1, xmp);
        assertEquals("1 video", kinds(shown(photo, Files.readAllBytes(film))));
    }

    @Test
    void pictures_WithoutAWord_AndOtherBytesAreNotShown() throws IOException {
        assertEquals("1 images", kinds(shown(RED, BLUE)));
        assertEquals("1 images", kinds(shown(RED, new byte[100], SMALL_BLUE)));
        assertEquals("3 images", kinds(shown(RED, SMALL_BLUE, BLUE, BLUE)));
        byte[] noise = new byte[5_000];
        new Random(1).nextBytes(noise);
        assertEquals(" ", kinds(shown(RED, noise)));
        assertEquals(" ", kinds(shown(RED)));
    }

    @Test
    void muchMetadataBeforeTheFirstPictureIsNoHindrance() throws IOException {
        byte[] photo = RED;
        for (int i = 0; i < 40; i++) {
            photo = MadeMedia.withSegment(photo, APP1, new byte[65_000]);
        }
        assertEquals("1 images", kinds(shown(photo, SMALL_BLUE)));
    }

    @Test
    void filmsOfJpegsAreFilms() {
        String moving = "testsrc2=s=64x48:r=10:d=1";
        for (String name : new String[] {"film.mjpeg", "film.jpg", "film.avi", "film.mov"}) {
            String format = name.endsWith("jpg") ? "mjpeg" : name.substring(5);
            Path file =
                    MadeMedia.ffmpeg(folder.resolve(name), moving, "-c:v", "mjpeg", "-f", format);
            Shown film = Shown.of(file);
            assertFalse(film.facts().still(), name);
            assertFalse(film.decided(DecisionKind.EXTRA_IMAGES_IGNORED), name);
            assertTrue(film.facts().duration().compareTo(Rational.of(3, 10)) > 0, name);
        }
    }

    @Test
    void otherPicturesEndWhereTheyEnd() throws IOException {
        for (String name : new String[] {"a.png", "a.webp", "a.bmp", "a.qoi"}) {
            Path one =
                    MadeMedia.ffmpeg(folder.resolve(name), "color=red:s=64x48", "-frames:v", "1");
            byte[] bytes = Files.readAllBytes(one);
            Files.write(one, MadeMedia.joined(bytes, bytes, bytes));
            Shown shown = Shown.of(one, Rational.of(1, 25));
            assertTrue(shown.facts().still(), name);
            shown.assertColour(254, 0, 0, 20, 20, 4);
        }
    }
}
