package com.autoclipr.libav.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.libav.BarCodePicture;
import com.autoclipr.libav.CodedPicture;
import com.autoclipr.libav.LibavMedia;
import com.autoclipr.libav.MadeMedia;
import com.autoclipr.libav.Shown;
import com.autoclipr.media.Crop;
import com.autoclipr.media.picture.YuvPicture;
import com.autoclipr.testkit.Programs;
import com.autoclipr.time.Rational;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the container says is not to be seen is cut away, to the pixel, before anything else.
@Tag("slow")
class ContainerCropTest {
    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;

    /// Red rises by 4 a column, green by 5 a row.
    private static final String RAMPS =
            "color=black:s=64x48:r=10:d=0.3,format=gbrp,geq=r='4*X':g='5*Y':b=0";

    @TempDir Path folder;

    private Path film(String name, String... encoding) {
        return MadeMedia.ffmpeg(folder.resolve(name), RAMPS, encoding);
    }

    /// The MP4 with a `clap` box more in its sample description.
    private Path withAperture(Path film, byte[] aperture) throws IOException {
        byte[] mp4 = Files.readAllBytes(film);
        String latin = new String(mp4, StandardCharsets.ISO_8859_1);
        int entry = latin.indexOf("stsd") + 12;
        int entrySize = ByteBuffer.wrap(mp4).getInt(entry);
        ByteBuffer grown = ByteBuffer.allocate(mp4.length + aperture.length);
        grown.put(mp4, 0, entry + entrySize).put(aperture);
        grown.put(mp4, entry + entrySize, mp4.length - entry - entrySize);
        for (String parent : new String[] {"moov", "trak", "mdia", "minf", "stbl", "stsd"}) {
            int at = latin.indexOf(parent) - 4;
            grown.putInt(at, grown.getInt(at) + aperture.length);
        }
        grown.putInt(entry, entrySize + aperture.length);
        return Files.write(folder.resolve("aperture.mp4"), grown.array());
    }

    /// Cut at 9, 5 with 30 × 21 left.
    private static byte[] oddAperture() {
        // The centre of what is seen lies at 24, 15.5; that of the picture at 32, 24.
        return HeifWriter.aperture(2, 60, 42, -16, -17);
    }

    private static void assertCropped(Shown shown, int left, int top, int tolerance) {
        for (int y = 2; y < shown.height() - 2; y += 3) {
            for (int x = 2; x < shown.width() - 2; x += 3) {
                shown.assertColour(4 * (left + x), 5 * (top + y), 0, x, y, tolerance);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"yuv444p", "yuv420p", "yuv422p10le"})
    void cropsFilms(String format) throws IOException {
        Path film = film("a.mp4", "-c:v", "libx264", "-pix_fmt", format, "-qp", "4");
        Path cropped = withAperture(film, oddAperture());
        Path matroska = folder.resolve("a.mkv");
        Programs.ffmpeg(List.of("-i", cropped + "", "-c", "copy", matroska + ""));
        for (Path file : List.of(cropped, matroska)) {
            Shown shown = Shown.of(file, Rational.of(2, 10));
            assertEquals(Optional.of(new Crop(9, 5, 30, 21)), shown.facts().crop(), file + "");
            assertEquals(30, shown.facts().displayWidth());
            assertEquals(21, shown.facts().displayHeight());
            assertEquals(30, shown.width());
            assertEquals(21, shown.height());
            // Nearest chroma is up to a column or row away.
            assertCropped(shown, 9, 5, format.equals("yuv444p") ? 6 : 12);
            assertEquals("9", shown.fact(DecisionKind.CROP_APPLIED, Fact.LEFT));
            assertEquals("21", shown.fact(DecisionKind.CROP_APPLIED, Fact.HEIGHT));
        }
    }

    @Test
    void keepsChromaWhereItLies() throws IOException {
        Path film = film("a.mp4", "-c:v", "libx264", "-pix_fmt", "yuv420p", "-qp", "4");
        Path cropped = withAperture(film, oddAperture());
        MediaLook whole = new MediaLook(film);
        MediaLook part = new MediaLook(cropped);
        assertEquals(whole.picture.chromaOffsetX() - 1, part.picture.chromaOffsetX());
        assertEquals(whole.picture.chromaOffsetY() - 1, part.picture.chromaOffsetY());
        assertEquals(16, part.picture.cb().width());
        assertEquals(
                BarCodePicture.sample(whole.picture.cr(), 4, 2),
                BarCodePicture.sample(part.picture.cr(), 0, 0));
        assertEquals(
                BarCodePicture.sample(whole.picture.cr(), 19, 12),
                BarCodePicture.sample(part.picture.cr(), 15, 10));
    }

    private static final class MediaLook {
        private final YuvPicture picture;

        private MediaLook(Path file) {
            LibavMedia media = new LibavMedia();
            try (var source = media.openPictures(file, media.probe(file).video().orElseThrow())) {
                this.picture = (YuvPicture) source.at(Rational.ZERO);
            }
        }
    }

    @Test
    void cropsBeforeItTurnsAndStretches() throws IOException {
        Path film =
                film(
                        "a.mp4",
                        "-vf",
                        "setsar=2",
                        "-c:v",
                        "libx264",
                        "-pix_fmt",
                        "yuv420p",
                        "-qp",
                        "4");
        Path turned = folder.resolve("turned.mp4");
        Programs.ffmpeg(
                List.of("-display_rotation", "-90", "-i", film + "", "-c", "copy", turned + ""));
        Shown shown = Shown.of(withAperture(turned, oddAperture()));
        assertEquals(21, shown.facts().displayWidth());
        assertEquals(60, shown.facts().displayHeight());
        assertEquals(21, shown.width());
        assertEquals(30, shown.height());
        // Turned clockwise, the last stored row comes first in a row.
        shown.assertColour(4 * (9 + 10), 5 * (5 + 20 - 4), 0, 4, 10, 12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"avif", "heic"})
    void cropsPictures(String brand) throws IOException {
        CodedPicture coded = CodedPicture.of(folder, brand.equals("avif"), RAMPS, "yuv444p", "pc");
        HeifWriter heif = new HeifWriter(brand);
        coded.into(heif, oddAperture());
        Shown shown = Shown.of(Files.write(folder.resolve("picture"), heif.done()));
        assertEquals(30, shown.width());
        assertEquals(21, shown.height());
        assertCropped(shown, 9, 5, 16);
        assertTrue(shown.decided(DecisionKind.CROP_APPLIED));
    }

    @Test
    void cropsWhatIsTransparent() throws IOException {
        CodedPicture coded = CodedPicture.of(folder, true, RAMPS, "yuv444p", "pc");
        CodedPicture mask = CodedPicture.of(folder, true, "color=white:s=64x48", "gray", "pc");
        HeifWriter heif = new HeifWriter("avif");
        int shown = coded.into(heif, oddAperture());
        byte[] alpha = HeifWriter.auxiliary("urn:mpeg:mpegB:cicp:systems:auxiliary:alpha");
        heif.refer("auxl", mask.into(heif, alpha), shown);
        Shown seen = Shown.of(Files.write(folder.resolve("picture"), heif.done()));
        assertTrue(seen.facts().alpha());
        assertEquals(30, seen.width());
        assertCropped(seen, 9, 5, 16);
    }

    @ParameterizedTest
    @CsvSource({
        "80, 48, 0, 0, 1",
        "0, 48, 0, 0, 1",
        "30, 20, 40, 0, 1",
        "30, 20, -60, 0, 1",
        "2000000000, 2000000001, 2000000003, 1999999999, 1999999997"
    })
    void ignoresAndReportsInvalidCrops(int width, int height, int x, int y, int denominator)
            throws IOException {
        byte[] aperture = HeifWriter.aperture(denominator, width, height, x, y);
        Path film = film("a.mp4", "-c:v", "libx264", "-pix_fmt", "yuv420p");
        Shown shown = Shown.of(withAperture(film, aperture));
        HeifWriter heif = new HeifWriter("avif");
        CodedPicture.of(folder, true, RAMPS, "yuv420p", "tv").into(heif, aperture);
        Shown picture = Shown.of(Files.write(folder.resolve("picture"), heif.done()));
        boolean absurd = denominator > 1;
        for (Shown seen : List.of(shown, picture)) {
            if (!absurd) {
                assertEquals(WIDTH, seen.width());
                assertEquals(HEIGHT, seen.height());
                assertTrue(seen.decided(DecisionKind.CROP_IGNORED), seen.decisions() + "");
            }
            assertFalse(seen.width() > WIDTH);
        }
    }

    @Test
    void aWholeApertureIsNoCrop() throws IOException {
        Path film = film("a.mp4", "-c:v", "libx264", "-pix_fmt", "yuv420p");
        byte[] whole = HeifWriter.aperture(1, WIDTH, HEIGHT, 0, 0);
        Shown shown = Shown.of(withAperture(film, whole));
        assertEquals(Optional.empty(), shown.facts().crop());
        assertFalse(shown.decided(DecisionKind.CROP_APPLIED), Arrays.toString(whole));
        assertFalse(shown.decided(DecisionKind.CROP_IGNORED));
    }
}
