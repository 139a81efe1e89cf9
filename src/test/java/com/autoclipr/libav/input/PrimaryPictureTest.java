package com.autoclipr.libav.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.libav.CodedPicture;
import com.autoclipr.libav.LibavMedia;
import com.autoclipr.libav.MadeMedia;
import com.autoclipr.libav.Shown;
import com.autoclipr.libav.pictures.HeifWriter;
import com.autoclipr.testkit.media.IccWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Of a HEIF or AVIF, the primary picture is shown, however large the others are.
@Tag("slow")
class PrimaryPictureTest {
    @TempDir Path folder;

    private CodedPicture coded(String colour) throws IOException {
        return CodedPicture.of(folder, true, "color=" + colour + ":s=64x48", "yuv420p", "pc");
    }

    /// A grid of pictures of one colour, one above the other.
    private int grid(HeifWriter heif, String colour, int rows) throws IOException {
        CodedPicture coded = coded(colour);
        int[] tiles = new int[rows];
        for (int i = 0; i < rows; i++) {
            tiles[i] = coded.into(heif);
        }
        int grid = heif.grid(rows, 1, 64, 48 * rows, HeifWriter.size(64, 48 * rows));
        heif.refer("dimg", grid, tiles);
        return grid;
    }

    private Path written(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("picture"), bytes);
    }

    private void assertRed(Shown shown, int height) {
        assertTrue(shown.facts().still());
        assertEquals(64, shown.width());
        assertEquals(height, shown.height());
        shown.assertColour(255, 0, 0, 20, height - 10, 6);
        assertFalse(shown.decided(DecisionKind.CORRUPT_DATA_SKIPPED));
    }

    private static String kinds(Shown shown) {
        return shown.fact(DecisionKind.EXTRA_IMAGES_IGNORED, Fact.COUNT)
                + " "
                + shown.fact(DecisionKind.EXTRA_IMAGES_IGNORED, Fact.KINDS);
    }

    private Failure refused(byte[] bytes) throws IOException {
        Path file = written(bytes);
        return assertThrows(FailureException.class, () -> new LibavMedia().probe(file)).failure();
    }

    @Test
    void aSinglePictureBesideAGrid() throws IOException {
        HeifWriter heif = new HeifWriter("avif");
        grid(heif, "0x0000ff", 2);
        Shown shown = Shown.of(written(heif.primary(coded("0xff0000").into(heif)).done()));
        assertRed(shown, 48);
        assertEquals("1 images", kinds(shown));
    }

    @Test
    void theSmallerOfTwoGrids() throws IOException {
        HeifWriter heif = new HeifWriter("avif");
        grid(heif, "0x0000ff", 3);
        Shown shown = Shown.of(written(heif.primary(grid(heif, "0xff0000", 2)).done()));
        assertRed(shown, 96);
        assertEquals("1 images", kinds(shown));
    }

    /// An animation with a picture of tiles beside it.
    ///
    /// @param brand `avis` says that the animation is to be shown, `avif` the picture
    private Path animation(String brand) throws IOException {
        Path film =
                MadeMedia.ffmpeg(
                        folder.resolve("a.avif"),
                        "color=0x0000ff:s=32x24:r=10:d=0.5",
                        "-c:v",
                        "libaom-av1",
                        "-cpu-used",
                        "8");
        String latin = Files.readString(film, StandardCharsets.ISO_8859_1);
        String start = latin.replaceFirst("ftypavis", "ftyp" + brand).replaceFirst("meta", "free");
        HeifWriter heif = new HeifWriter("avis");
        heif.start(start.getBytes(StandardCharsets.ISO_8859_1));
        return written(heif.primary(grid(heif, "0xff0000", 2)).done());
    }

    @Test
    void anAnimationWithACoverOfTiles() throws IOException {
        Shown shown = Shown.of(animation("avis"));
        assertFalse(shown.facts().still());
        assertEquals(32, shown.width());
        shown.assertColour(0, 0, 255, 20, 10, 8);
    }

    @Test
    void aPictureWithAnAnimationBesideIt() throws IOException {
        Shown shown = Shown.of(animation("avif"));
        assertRed(shown, 96);
        assertEquals("1 video", kinds(shown));
    }

    /// FFmpeg gives tiles whatever the brand; what they are to each other counts then, too.
    @ParameterizedTest
    @ValueSource(strings = {"isom", "miaf"})
    void ofAFileOfAnotherBrand(String brand) throws IOException {
        HeifWriter heif = new HeifWriter(brand);
        int grid = grid(heif, "0xff0000", 2);
        assertRed(Shown.of(written(heif.primary(grid).done())), 96);
    }

    @Test
    void isNotGuessed() throws IOException {
        HeifWriter heif = new HeifWriter("avif");
        grid(heif, "0x0000ff", 2);
        coded("0xff0000").into(heif);
        String latin = new String(heif.done(), StandardCharsets.ISO_8859_1);
        Failure refused =
                refused(latin.replace("pitm", "free").getBytes(StandardCharsets.ISO_8859_1));
        assertEquals(FailureKind.MEDIA_CORRUPT, refused.kind());
        assertEquals("primary-image", refused.fact(Fact.DETAIL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iovl", "iden", "unci", "abcd"})
    void isRefusedIfItCannotBeRead(String type) throws IOException {
        HeifWriter heif = new HeifWriter("avif");
        int red = coded("0xff0000").into(heif);
        byte[] content =
                HeifWriter.join(new byte[10], HeifWriter.shorts(64, 48), HeifWriter.shorts(0, 0));
        int primary = heif.item(type, content, HeifWriter.size(64, 48));
        Failure refused = refused(heif.refer("dimg", primary, red).primary(primary).done());
        assertEquals(FailureKind.MEDIA_UNSUPPORTED, refused.kind());
    }

    @Test
    void isShownInItsOwnColours() throws IOException {
        byte[] profile = HeifWriter.box("colr", HeifWriter.bytes("rICC"), IccWriter.displayP3());
        HeifWriter other = new HeifWriter("avif");
        coded("0x0000ff").into(other, profile);
        other.primary(coded("0xff0000").into(other));
        assertFalse(Shown.of(written(other.done())).decided(DecisionKind.COLOUR_PROFILE_APPLIED));
        HeifWriter own = new HeifWriter("avif");
        coded("0x0000ff").into(own);
        own.primary(coded("0xff0000").into(own, profile));
        assertTrue(Shown.of(written(own.done())).decided(DecisionKind.COLOUR_PROFILE_APPLIED));
    }
}
