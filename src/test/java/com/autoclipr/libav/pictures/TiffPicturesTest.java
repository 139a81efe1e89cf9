package com.autoclipr.libav.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.libav.MadeMedia;
import com.autoclipr.libav.Shown;
import com.autoclipr.media.Orientation;
import com.autoclipr.testkit.media.IccWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// TIFFs of every kind that creators meet, their bytes put together here: each pixel is known.
@Tag("slow")
class TiffPicturesTest {
    private static final int WIDTH = 40;
    private static final int HEIGHT = 24;
    private static final int TILE = 16;
    private static final int COMPRESSION = 259;
    private static final int PHOTOMETRIC = 262;
    private static final int ORIENTATION = 274;
    private static final int PROFILE = 34_675;

    @TempDir Path folder;
    private final TiffWriter writer = new TiffWriter();

    private static int red(int x) {
        return 6 * x;
    }

    private static int green(int y) {
        return 10 * y;
    }

    private static byte[] pixels(int left, int top, int width, int height) {
        byte[] pixels = new byte[3 * width * height];
        for (int i = 0; i < width * height; i++) {
            pixels[3 * i] = (byte) red(left + i % width);
            pixels[3 * i + 1] = (byte) green(top + i / width);
            pixels[3 * i + 2] = 100;
        }
        return pixels;
    }

    private static byte[] deflated(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream packed = new DeflaterOutputStream(out)) {
            packed.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[][] tiles(TileMaker maker) throws IOException {
        List<byte[]> tiles = new ArrayList<>();
        for (int y = 0; y < HEIGHT; y += TILE) {
            for (int x = 0; x < WIDTH; x += TILE) {
                tiles.add(maker.tile(x, y));
            }
        }
        return tiles.toArray(byte[][]::new);
    }

    @FunctionalInterface
    private interface TileMaker {
        byte[] tile(int x, int y) throws IOException;
    }

    private Shown shown() throws IOException {
        return Shown.of(Files.write(folder.resolve("picture.bin"), writer.done()));
    }

    private void assertSeen(Shown shown, int tolerance) {
        assertEquals(WIDTH, shown.width());
        assertEquals(HEIGHT, shown.height());
        for (int y = 0; y < HEIGHT; y += 5) {
            for (int x = 0; x < WIDTH; x += 3) {
                shown.assertColour(red(x), green(y), 100, x, y, tolerance);
            }
        }
    }

    @Test
    void readsTiles() throws IOException {
        byte[][] tiles = tiles((x, y) -> deflated(pixels(x, y, TILE, TILE)));
        writer.page(WIDTH, HEIGHT, true, tiles).tag(322, TILE).tag(323, TILE).tag(COMPRESSION, 8);
        assertSeen(shown(), 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 15})
    void readsAFewRows(int rows) throws IOException {
        writer.page(WIDTH, rows, false, pixels(0, 0, WIDTH, rows));
        Shown shown = shown();
        assertEquals(rows, shown.height());
        shown.assertColour(red(5), green(rows - 1), 100, 5, rows - 1, 0);
    }

    @Test
    void readsJpegInTilesAndStrips() throws IOException {
        byte[][] tiles = tiles((x, y) -> jpeg(x, y, TILE, TILE));
        writer.page(WIDTH, HEIGHT, true, tiles)
                .tag(322, TILE)
                .tag(323, TILE)
                .tag(COMPRESSION, 7)
                .tag(PHOTOMETRIC, 6);
        assertSeen(shown(), 12);
        TiffWriter strips = new TiffWriter();
        strips.page(WIDTH, HEIGHT, false, jpeg(0, 0, WIDTH, HEIGHT))
                .tag(COMPRESSION, 7)
                .tag(PHOTOMETRIC, 6);
        assertSeen(Shown.of(Files.write(folder.resolve("strips"), strips.done())), 12);
    }

    private static byte[] jpeg(int left, int top, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            int x = i % width;
            int y = i / width;
            image.setRGB(x, y, (red(left + x) << 16) | (green(top + y) << 8) | 100);
        }
        return MadeMedia.jpeg(image, false);
    }

    /// Grey 128, the red of sRGB at 200, 30, 40, and white, by Little CMS 2 with its L*a*b* of D50
    /// (Pillow 9.4); under D65, what the definition gives.
    @ParameterizedTest
    @CsvSource({
        // photometric, bits, x of white (0: not said), L* a* b*, colour
        "8, 8, 0, 53.73 0 0, 128 128 128",
        "8, 16, 0, 53.585 0 0, 128 128 128",
        "9, 8, 0, 53.73 0 0, 128 128 128",
        "9, 16, 0, 53.585 0 0, 128 128 128",
        "8, 8, 0, 43.92 64 42, 200 30 40",
        "9, 16, 0, 43.92 64 42, 200 30 40",
        "8, 8, 3127, 53.73 0 0, 128 128 128",
        "8, 8, 3127, 43.31 63.3 39.98, 200 30 40",
        "8, 8, 0, 100 0 0, 255 255 255",
        "9, 16, 0, 100 0 0, 255 255 255",
    })
    void readsLab(int photometric, int bits, int whiteX, String lab, String seen)
            throws IOException {
        double[] values = Arrays.stream(lab.split(" ")).mapToDouble(Double::parseDouble).toArray();
        ByteBuffer pixels =
                ByteBuffer.allocate(WIDTH * HEIGHT * 3 * bits / 8).order(ByteOrder.LITTLE_ENDIAN);
        int most = bits == 8 ? 255 : photometric == 9 ? 65_280 : 65_535;
        for (int i = 0; i < 3 * WIDTH * HEIGHT; i++) {
            double value = values[i % 3];
            double unit = bits == 8 ? 1 : 256;
            double moved = photometric == 9 ? value + 128 : value;
            long code = Math.round(i % 3 == 0 ? value * most / 100 : moved * unit);
            if (bits == 8) {
                pixels.put((byte) code);
            } else {
                pixels.putShort((short) code);
            }
        }
        TiffWriter.Page page =
                writer.page(WIDTH, HEIGHT, false, pixels.array())
                        .tag(PHOTOMETRIC, photometric)
                        .tag(258, bits, bits, bits);
        if (whiteX > 0) {
            page.ratios(318, whiteX, 10_000, 3290, 10_000);
        }
        int[] rgb = Arrays.stream(seen.split(" ")).mapToInt(Integer::parseInt).toArray();
        shown().assertColour(rgb[0], rgb[1], rgb[2], 10, 10, 3);
    }

    @Test
    void readsPlanesAndSixteenBits() throws IOException {
        byte[] chunky = pixels(0, 0, WIDTH, HEIGHT);
        byte[][] planes = new byte[3][WIDTH * HEIGHT];
        byte[] wide = new byte[2 * chunky.length];
        for (int i = 0; i < chunky.length; i++) {
            planes[i % 3][i / 3] = chunky[i];
            wide[2 * i + 1] = chunky[i];
            wide[2 * i] = chunky[i];
        }
        writer.page(WIDTH, HEIGHT, false, planes).tag(284, 2);
        assertSeen(shown(), 0);
        TiffWriter deep = new TiffWriter();
        deep.page(WIDTH, HEIGHT, false, wide).tag(258, 16, 16, 16);
        assertSeen(Shown.of(Files.write(folder.resolve("deep"), deep.done())), 1);
    }

    @Test
    void readsInks() throws IOException {
        inks();
        Shown shown = shown();
        assertSeen(shown, 1);
        assertEquals("CMYK", shown.fact(DecisionKind.COLOUR_ASSUMED, Fact.MATRIX));
        assertFalse(shown.decided(DecisionKind.COLOUR_PROFILE_IGNORED));
    }

    /// Of inks, and, by mistake, of light.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void reportsACmykProfile(boolean press) throws IOException {
        byte[] profile = press ? IccWriter.press(true) : IccWriter.displayP3();
        inks().tag(PROFILE, profile);
        Shown shown = shown();
        assertSeen(shown, 1);
        assertEquals("CMYK", shown.fact(DecisionKind.COLOUR_ASSUMED, Fact.MATRIX));
        assertEquals("CMYK TIFF", shown.fact(DecisionKind.COLOUR_PROFILE_IGNORED, Fact.REASON));
        assertFalse(shown.decided(DecisionKind.COLOUR_PROFILE_APPLIED));
    }

    private TiffWriter.Page inks() {
        byte[] inks = new byte[4 * WIDTH * HEIGHT];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            inks[4 * i] = (byte) (255 - red(i % WIDTH));
            inks[4 * i + 1] = (byte) (255 - green(i / WIDTH));
            inks[4 * i + 2] = (byte) (255 - 100);
        }
        return writer.page(WIDTH, HEIGHT, false, inks)
                .tag(258, 8, 8, 8, 8)
                .tag(277, 4)
                .tag(PHOTOMETRIC, 5);
    }

    @Test
    void readsTransparencyMultipliedInOrNot() throws IOException {
        for (int kind = 1; kind <= 2; kind++) {
            byte value = (byte) (kind == 1 ? 100 : 200);
            byte[] pixels = new byte[4 * WIDTH * HEIGHT];
            for (int i = 0; i < pixels.length; i += 4) {
                pixels[i] = value;
                pixels[i + 3] = (byte) 128;
            }
            TiffWriter file = new TiffWriter();
            file.page(WIDTH, HEIGHT, false, pixels).tag(258, 8, 8, 8, 8).tag(277, 4).tag(338, kind);
            Shown shown = Shown.of(Files.write(folder.resolve("alpha" + kind), file.done()));
            shown.assertColour(200, 0, 0, 7, 7, 2);
            assertEquals(128, shown.at(7, 7)[3]);
        }
    }

    @Test
    void rotatesTheFirstPageAndReportsTheOthers() throws IOException {
        byte[] pixels = pixels(0, 0, WIDTH, HEIGHT);
        writer.page(WIDTH, HEIGHT, false, pixels).tag(ORIENTATION, 6);
        writer.page(WIDTH, HEIGHT, false, new byte[pixels.length]);
        writer.page(WIDTH, HEIGHT, false, new byte[pixels.length]).tag(254, 1);
        Shown shown = shown();
        assertEquals(new Orientation(90, false), shown.facts().orientation());
        assertEquals(HEIGHT, shown.width());
        // The first stored row is the last column.
        shown.assertColour(red(0), green(0), 100, HEIGHT - 1, 0, 0);
        shown.assertColour(red(30), green(5), 100, HEIGHT - 1 - 5, 30, 0);
        assertEquals("2", shown.fact(DecisionKind.EXTRA_IMAGES_IGNORED, Fact.COUNT));
        assertEquals("thumbnail, pages", shown.fact(DecisionKind.EXTRA_IMAGES_IGNORED, Fact.KINDS));
    }

    @Test
    void refusesWhatIsMissingOrAbsurd() throws IOException {
        writer.page(WIDTH, HEIGHT, false, new byte[100]);
        refused(FailureKind.MEDIA_CORRUPT, writer);
        TiffWriter zstd = new TiffWriter();
        zstd.page(WIDTH, HEIGHT, false, new byte[100]).tag(COMPRESSION, 50_000);
        refused(FailureKind.MEDIA_UNSUPPORTED, zstd);
        TiffWriter tiles = new TiffWriter();
        tiles.page(16_000, 12_000, true, new byte[100]).tag(322, 1).tag(323, 1);
        assertEquals("tiles", refused(FailureKind.MEDIA_LIMIT, tiles).fact(Fact.DETAIL));
        TiffWriter wide = new TiffWriter();
        wide.page(64, 64, true, new byte[100]).tag(322, 2_000_000_000).tag(323, 16);
        refused(FailureKind.MEDIA_LIMIT, wide);
        TiffWriter samples = new TiffWriter();
        samples.page(64, 64, false, new byte[100]).tag(277, 60_000);
        Failure many = refused(FailureKind.MEDIA_LIMIT, samples);
        assertEquals("picture-channels", many.fact(Fact.DETAIL));
    }

    private Failure refused(FailureKind kind, TiffWriter made) throws IOException {
        Path file = Files.write(folder.resolve("refused"), made.done());
        FailureException refused = assertThrows(FailureException.class, () -> Shown.of(file));
        assertEquals(kind, refused.failure().kind(), refused.getMessage());
        assertEquals(file.toString(), refused.failure().fact(Fact.FILE));
        return refused.failure();
    }
}
