package com.autoclipr.libav.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.libav.LibavMedia;
import com.autoclipr.libav.Shown;
import com.autoclipr.media.Orientation;
import com.autoclipr.media.VideoFacts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// TIFFs of one deflated tile, which FFmpeg's decoder leaves unpainted, with tables that are odd or
/// damaged; and the raw files of cameras, which are TIFFs as well.
@Tag("slow")
class TiffTablesTest {
    private static final int SIDE = 16;
    private static final int SUBFILE = 254;
    private static final int BITS = 258;
    private static final int PHOTOMETRIC = 262;
    private static final int SAMPLES = 277;
    private static final int ORIENTATION = 274;
    private static final int LAYERS = 37_724;
    private static final int DNG = 50_706;
    private static final int FILTERED = 32_803;
    private static final int LINEAR = 34_892;

    @TempDir Path folder;
    private final TiffWriter writer = new TiffWriter();

    private TiffWriter.Page tile() throws IOException {
        return tiled(writer.page(SIDE, SIDE, true, pixels()));
    }

    private static TiffWriter.Page tiled(TiffWriter.Page page) {
        return page.tag(322, SIDE).tag(323, SIDE).tag(259, 8);
    }

    private static byte[] pixels() throws IOException {
        byte[] pixels = new byte[3 * SIDE * SIDE];
        for (int i = 0; i < SIDE * SIDE; i++) {
            pixels[3 * i] = (byte) (10 * (i % SIDE));
            pixels[3 * i + 1] = (byte) (10 * (i / SIDE));
            pixels[3 * i + 2] = 77;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream packed = new DeflaterOutputStream(out)) {
            packed.write(pixels);
        }
        return out.toByteArray();
    }

    private Path file() throws IOException {
        return Files.write(folder.resolve("picture"), writer.done());
    }

    private static Shown assertSeen(Shown shown) {
        shown.assertColour(30, 50, 77, 3, 5, 0);
        shown.assertColour(150, 150, 77, 15, 15, 0);
        return shown;
    }

    private Failure refused(FailureKind kind, String detail) throws IOException {
        Path file = file();
        Failure refused = assertThrows(FailureException.class, () -> Shown.of(file)).failure();
        assertEquals(kind, refused.kind(), refused.toString());
        assertEquals(detail, refused.fact(Fact.DETAIL));
        assertEquals(file.toString(), refused.fact(Fact.FILE));
        return refused;
    }

    @Test
    void aPrivateTagMayBeAbsurd() throws IOException {
        tile().entry(60_000, 7, Integer.MAX_VALUE, 0).entry(60_001, 4, 3, -1);
        assertFalse(assertSeen(Shown.of(file())).decided(DecisionKind.CORRUPT_DATA_SKIPPED));
    }

    /// As Photoshop leaves them beside the picture.
    @Test
    void layersMayBeLarge() throws IOException {
        tile().tag(LAYERS, new byte[70 << 20]);
        assertSeen(Shown.of(file()));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 1_000_000, -5})
    void aDamagedPageAfterTheFirstIsReported(int place) throws IOException {
        tile();
        writer.lastLink(place);
        assertTrue(assertSeen(Shown.of(file())).decided(DecisionKind.CORRUPT_DATA_SKIPPED));
    }

    @Test
    void pagesInCirclesAreReported() throws IOException {
        tile();
        byte[] once = writer.done();
        writer.lastLink((once[4] & 0xff) | ((once[5] & 0xff) << 8));
        assertTrue(assertSeen(Shown.of(file())).decided(DecisionKind.CORRUPT_DATA_SKIPPED));
    }

    @Test
    void isTurnedWhateverOtherTagsSay() throws IOException {
        tile().tag(ORIENTATION, 3).entry(60_000, 7, Integer.MAX_VALUE, 0);
        Shown shown = Shown.of(file());
        assertEquals(new Orientation(180, false), shown.facts().orientation());
        shown.assertColour(30, 50, 77, SIDE - 1 - 3, SIDE - 1 - 5, 0);
    }

    @Test
    void aPageWhoseOwnTagsAreDamagedIsRefused() throws IOException {
        tile().entry(320, 3, Integer.MAX_VALUE, 0);
        refused(FailureKind.MEDIA_CORRUPT, "tables");
    }

    @Test
    void aPageWhoseTagsAreMissingIsCutOff() throws IOException {
        tile().entry(320, 3, 100, 100_000);
        refused(FailureKind.MEDIA_CORRUPT, "truncated");
    }

    @ParameterizedTest
    @ValueSource(ints = {256, SAMPLES})
    void aTagThatSaysTwoThingsIsRefused(int number) throws IOException {
        tile().entry(number, TiffWriter.LONG, 1, 4);
        refused(FailureKind.MEDIA_CORRUPT, "tables");
    }

    @Test
    void aTagMayComeTwiceIfItSaysTheSame() throws IOException {
        tile().entry(256, TiffWriter.LONG, 1, SIDE);
        assertSeen(Shown.of(file()));
    }

    /// A file that is no longer what it was leaves nothing open.
    @Test
    void nothingStaysOpenOfASourceThatCannotBeOpened() throws IOException {
        tile();
        Path file = file();
        LibavMedia media = new LibavMedia();
        VideoFacts facts = media.probe(file).video().orElseThrow();
        byte[] whole = writer.done();
        Arrays.fill(whole, 8, 40, (byte) 0);
        Files.write(file, whole);
        assertThrows(FailureException.class, () -> media.openPictures(file, facts));
        assertEquals(List.of(), open(file));
    }

    private static List<Path> open(Path file) throws IOException {
        try (Stream<Path> numbers = Files.list(Path.of("/proc/self/fd"))) {
            return numbers.filter(Files::exists).filter(number -> leadsTo(number, file)).toList();
        }
    }

    private static boolean leadsTo(Path number, Path file) {
        try {
            return Files.isSameFile(number, file);
        } catch (IOException e) {
            return false;
        }
    }

    private static TiffWriter.Page sensor(TiffWriter.Page page, int photometric) {
        return page.tag(BITS, 8).tag(SAMPLES, 1).tag(PHOTOMETRIC, photometric);
    }

    private static TiffWriter.Page sensor(int width, int height, int photometric) {
        byte[] samples = new byte[width * height];
        return sensor(TiffWriter.alone(width, height, false, samples), photometric);
    }

    @ParameterizedTest
    @ValueSource(ints = {FILTERED, LINEAR})
    void whatASensorSawIsRefused(int photometric) throws IOException {
        sensor(writer.page(40, 24, false, new byte[40 * 24]), photometric)
                .tag(DNG, new byte[] {1, 4, 0, 0});
        refused(FailureKind.MEDIA_UNSUPPORTED, "camera-raw");
    }

    /// As NEF and ARW are: marked as a preview, or just small.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPreviewOfWhatASensorSawIsRefused(boolean marked) throws IOException {
        TiffWriter.Page preview = tile();
        if (marked) {
            preview.tag(SUBFILE, 1).part(sensor(20, 14, FILTERED));
        } else {
            preview.part(sensor(160, 120, FILTERED));
        }
        refused(FailureKind.MEDIA_UNSUPPORTED, "camera-raw");
    }

    @Test
    void aPreviewBeforeAPageOfWhatASensorSawIsRefused() throws IOException {
        tile();
        sensor(writer.page(160, 120, false, new byte[160 * 120]), FILTERED);
        refused(FailureKind.MEDIA_UNSUPPORTED, "camera-raw");
    }

    @Test
    void aPreviewOfWhatIsLostIsRefused() throws IOException {
        tile().tag(SUBFILE, 1).entry(330, TiffWriter.LONG, 1, 1_000_000);
        refused(FailureKind.MEDIA_CORRUPT, "tables");
    }

    /// CR2: its first page is a picture of the camera's, its last one what the sensor saw.
    @Test
    void canonsRawIsRefused() throws IOException {
        byte[] start = {'C', 'R', 2, 0, 0, 0, 0, 0};
        writer.page(8, 1, false, start).tag(BITS, 8).tag(SAMPLES, 1).tag(PHOTOMETRIC, 1);
        refused(FailureKind.MEDIA_UNSUPPORTED, "camera-raw");
    }

    /// A DNG may hold the picture that was made of what the sensor saw.
    @Test
    void aFinishedPictureBesideWhatASensorSawIsShown() throws IOException {
        tile().tag(DNG, new byte[] {1, 4, 0, 0}).part(sensor(20, 14, FILTERED));
        assertSeen(Shown.of(file()));
    }
}
