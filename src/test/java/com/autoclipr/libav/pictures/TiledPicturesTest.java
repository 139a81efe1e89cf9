package com.autoclipr.libav.pictures;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
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
import com.autoclipr.libav.container.HeifItems;
import com.autoclipr.libav.input.InputFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tiles that do not fit: what is not covered is grey and reported, and never what memory held.
@Tag("slow")
class TiledPicturesTest {
    private static final byte[] ALPHA =
            HeifWriter.auxiliary("urn:mpeg:mpegB:cicp:systems:auxiliary:alpha");

    @TempDir Path folder;

    private CodedPicture red(int width, int height) throws IOException {
        String filter = "color=0xff0000:s=" + width + "x" + height;
        return CodedPicture.of(folder, true, filter, "yuv420p", "pc");
    }

    private static int item(HeifWriter heif, CodedPicture coded, int width, int height) {
        byte[] size = HeifWriter.size(width, height);
        return heif.item(coded.type(), coded.data(), size, coded.configuration());
    }

    private Path written(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("picture"), bytes);
    }

    private Shown shown(HeifWriter heif) throws IOException {
        return Shown.of(written(heif.done()));
    }

    private Failure refused(byte[] bytes) throws IOException {
        Path file = written(bytes);
        return assertThrows(FailureException.class, () -> new LibavMedia().probe(file)).failure();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void smallerThanTheirPlaces(int rows) throws IOException {
        HeifWriter heif = new HeifWriter("avif");
        CodedPicture small = red(64, 48);
        int[] tiles = IntStream.range(0, rows).map(i -> item(heif, small, 128, 96)).toArray();
        int grid = heif.grid(rows, 1, 128, 96 * rows, HeifWriter.size(128, 96 * rows));
        Shown shown = shown(heif.refer("dimg", grid, tiles).primary(grid));
        assertEquals(128, shown.width());
        assertEquals(96 * rows, shown.height());
        shown.assertColour(255, 0, 0, 20, 96 * rows - 96 + 20, 6);
        shown.assertColour(128, 128, 128, 100, 20, 6);
        shown.assertColour(128, 128, 128, 20, 96 * rows - 20, 6);
        assertTrue(shown.decided(DecisionKind.CORRUPT_DATA_SKIPPED));
    }

    @Test
    void thatReachLessFarThanTheWhole() throws IOException {
        HeifWriter heif = new HeifWriter("avif");
        CodedPicture red = red(64, 48);
        int first = red.into(heif);
        int second = red.into(heif);
        int grid = heif.grid(2, 1, 100, 120, HeifWriter.size(100, 120));
        Shown shown = shown(heif.refer("dimg", grid, first, second).primary(grid));
        assertEquals(100, shown.width());
        shown.assertColour(255, 0, 0, 20, 70, 6);
        shown.assertColour(128, 128, 128, 90, 20, 6);
        shown.assertColour(128, 128, 128, 20, 110, 6);
        assertTrue(shown.decided(DecisionKind.CORRUPT_DATA_SKIPPED));
    }

    @Test
    void thatFitAreNoDamage() throws IOException {
        HeifWriter heif = new HeifWriter("avif");
        CodedPicture red = red(64, 48);
        int first = red.into(heif);
        int second = red.into(heif);
        int grid = heif.grid(2, 1, 50, 60, HeifWriter.size(50, 60));
        Shown shown = shown(heif.refer("dimg", grid, first, second).primary(grid));
        shown.assertColour(255, 0, 0, 45, 55, 6);
        assertFalse(shown.decided(DecisionKind.CORRUPT_DATA_SKIPPED));
    }

    /// Hundreds of large ones for one small picture would fill the memory of a worker.
    @Test
    void muchLargerThanTheirPlaces() throws IOException {
        HeifWriter heif = new HeifWriter("avif");
        CodedPicture large = red(640, 480);
        int[] tiles = IntStream.range(0, 16).map(i -> item(heif, large, 16, 16)).toArray();
        int grid = heif.grid(4, 4, 64, 64, HeifWriter.size(64, 64));
        Failure refused = refused(heif.refer("dimg", grid, tiles).primary(grid).done());
        assertEquals(FailureKind.MEDIA_LIMIT, refused.kind());
        assertEquals("pixels", refused.fact(Fact.DETAIL));
    }

    /// A lossless JPEG is decoded to one plane of three bytes a pixel.
    @Test
    void ofOnePlane() throws IOException {
        Path jpeg = folder.resolve("a.mov");
        String red = "color=0xff0000:s=64x48,format=bgr24";
        MadeMedia.ffmpeg(jpeg, red, "-frames:v", "1", "-c:v", "ljpeg", "-pix_fmt", "bgr24");
        byte[] data;
        try (InputFile input = InputFile.open(jpeg)) {
            var packet = input.read();
            data = new byte[packet == null ? 0 : packet.size()];
            if (packet != null) {
                packet.data().get(data);
            }
        }
        HeifWriter heif = new HeifWriter("mif1");
        int first = heif.item("jpeg", data, HeifWriter.size(64, 48));
        int second = heif.item("jpeg", data, HeifWriter.size(64, 48));
        int grid = heif.grid(1, 2, 128, 48, HeifWriter.size(128, 48));
        Shown shown = shown(heif.refer("dimg", grid, first, second).primary(grid));
        for (int x : new int[] {5, 30, 60, 70, 100, 120}) {
            shown.assertColour(255, 0, 0, x, 30, 2);
        }
    }

    /// A file of two tiles without a width, the first without a height, too: FFmpeg goes on laying
    /// it indefinitely.
    private HeifWriter endless(String brand) throws IOException {
        HeifWriter heif = new HeifWriter(brand);
        CodedPicture red = red(64, 48);
        int first = item(heif, red, 0, 0);
        int second = item(heif, red, 0, 48);
        int grid = heif.grid(2, 1, 64, 96, HeifWriter.size(64, 96));
        return heif.refer("dimg", grid, first, second).primary(grid);
    }

    private void assertEnds(byte[] bytes) {
        Failure refused = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> refused(bytes));
        assertEquals(FailureKind.MEDIA_CORRUPT, refused.kind());
        assertEquals("tiles", refused.fact(Fact.DETAIL));
    }

    @Test
    void withoutASizeInAFileOfAnotherBrand() throws IOException {
        assertEnds(endless("isom").done());
    }

    @Test
    void withoutASizeBehindOtherBoxes() throws IOException {
        byte[] type = HeifWriter.box("ftyp", HeifWriter.bytes("heic\0\0\0\0mif1heic"));
        byte[] free = HeifWriter.box("free", new byte[24]);
        assertEnds(endless("heic").start(HeifWriter.join(free, type)).done());
    }

    @Test
    void withoutASizeBehindATypeOfALongSize() throws IOException {
        byte[] type =
                ByteBuffer.allocate(32)
                        .putInt(1)
                        .put(HeifWriter.bytes("ftyp"))
                        .putLong(32)
                        .put(HeifWriter.bytes("heic\0\0\0\0mif1heic"))
                        .array();
        assertEnds(endless("heic").start(type).done());
    }

    @Test
    void withoutASizeAndAPrimaryPicture() throws IOException {
        String latin = new String(endless("heic").done(), StandardCharsets.ISO_8859_1);
        assertEnds(latin.replace("pitm", "free").getBytes(StandardCharsets.ISO_8859_1));
    }

    /// Half of a table of properties: which tiles have a size cannot be known.
    @Test
    void besideDamage() throws IOException {
        byte[] bytes = endless("heic").done();
        int uses = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("ipma");
        ByteBuffer.wrap(bytes).putInt(uses + 8, 1_000);
        assertEnds(bytes);
    }

    /// As many lists of references as a box holds, from one picture.
    @Test
    void manyReferencesAreReadInTime() throws IOException {
        HeifWriter heif = new HeifWriter("avif");
        int red = red(64, 48).into(heif);
        int[] parts = new int[200];
        Arrays.fill(parts, red);
        for (int i = 0; i < 9_000; i++) {
            heif.refer("dimg", 99, parts);
        }
        Path file = written(heif.done());
        Assertions.assertTimeout(Duration.ofSeconds(5), () -> HeifItems.read(file));
        assertEquals(64, Shown.of(file).width());
    }

    @Test
    void aTransparencyOfWhichTilesAreMissing() throws IOException {
        HeifWriter heif = new HeifWriter("avif");
        CodedPicture red = red(64, 48);
        CodedPicture clear = CodedPicture.of(folder, true, "color=black:s=64x48", "gray", "pc");
        int first = red.into(heif);
        int second = red.into(heif);
        int firstClear = clear.into(heif, ALPHA);
        int secondClear = heif.item("xxxx", clear.data(), HeifWriter.size(64, 48), ALPHA);
        int grid = heif.grid(2, 1, 64, 96, HeifWriter.size(64, 96));
        int alphas = heif.grid(2, 1, 64, 96, HeifWriter.size(64, 96), ALPHA);
        heif.refer("dimg", grid, first, second).refer("dimg", alphas, firstClear, secondClear);
        Shown shown = shown(heif.refer("auxl", alphas, grid).primary(grid));
        assertTrue(shown.facts().alpha());
        assertEquals(0, shown.at(20, 20)[3]);
        assertArrayEquals(new int[] {255}, new int[] {shown.at(20, 70)[3]});
        assertTrue(shown.decided(DecisionKind.CORRUPT_DATA_SKIPPED));
    }
}
