package com.autoclipr.libav;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.media.MediaLibrary;
import com.autoclipr.media.Orientation;
import com.autoclipr.media.PictureSource;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.media.YuvPicture;
import com.autoclipr.time.Rational;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A HEIF photo of four tiles, as phones write them: the boxes are put together here.
@Tag("slow")
class HeifPicturesTest {
    private static final int TILE_WIDTH = 64;
    private static final int TILE_HEIGHT = 48;
    private static final int WIDTH = 120;
    private static final int HEIGHT = 90;
    private static final int[] LEVELS = {40, 100, 160, 220};
    private static final int GRID_ITEM = 5;
    private static final MediaLibrary MEDIA = new LibavMedia();

    @TempDir Path folder;
    private byte[] decoderConfiguration = {};

    @Test
    void assemblesTilesAndTurnsTheWhole() throws IOException {
        List<byte[]> items = new ArrayList<>();
        for (int level : LEVELS) {
            items.add(tile(level));
        }
        ByteBuffer grid = ByteBuffer.allocate(8).put((byte) 0).put((byte) 0);
        grid.put((byte) 1).put((byte) 1).putShort((short) WIDTH).putShort((short) HEIGHT);
        items.add(grid.array());
        Path file = Files.write(folder.resolve("photo.heic"), heif(items));
        VideoFacts facts = MEDIA.probe(file).video().orElseThrow();
        assertEquals(WIDTH, facts.codedWidth());
        assertEquals(HEIGHT, facts.codedHeight());
        assertEquals(HEIGHT, facts.displayWidth());
        assertEquals(new Orientation(90, false), facts.orientation());
        assertTrue(facts.still());
        try (PictureSource pictures = MEDIA.openPictures(file, facts)) {
            YuvPicture picture = (YuvPicture) pictures.at(Rational.of(3));
            assertEquals(HEIGHT, picture.width());
            assertEquals(WIDTH, picture.height());
            assertLevel(LEVELS[2], picture, 20, 30);
            assertLevel(LEVELS[0], picture, 70, 30);
            assertLevel(LEVELS[3], picture, 20, 100);
            assertLevel(LEVELS[1], picture, 70, 100);
            // The seams: 48 rows and 64 columns of the stored picture.
            assertLevel(LEVELS[2], picture, HEIGHT - 1 - TILE_HEIGHT, TILE_WIDTH - 1);
            assertLevel(LEVELS[0], picture, HEIGHT - TILE_HEIGHT, TILE_WIDTH - 1);
            assertLevel(LEVELS[1], picture, HEIGHT - TILE_HEIGHT, TILE_WIDTH);
        }
    }

    private static void assertLevel(int level, YuvPicture picture, int x, int y) {
        double limited = 16 + level * 219 / 255.0;
        assertEquals(limited, BarCodePicture.sample(picture.luma(), x, y), 3, x + ", " + y);
    }

    /// One picture of HEVC; keeps the configuration, which all tiles share.
    private byte[] tile(int level) throws IOException {
        Path file = folder.resolve("tile.mp4");
        // With B-frames, x265 gives a film of fewer frames than it holds back decoding times that
        // come out of memory it never wrote.
        MovieWriter.Film film =
                MovieWriter.Film.of("mp4", "libx265", Rational.of(1, 25), List.of(0L))
                        .size(TILE_WIDTH, TILE_HEIGHT)
                        .encoding(
                                Map.of(
                                        "preset",
                                        "ultrafast",
                                        "x265-params",
                                        "log-level=0:bframes=0"));
        new MovieWriter(film, (index, rgba, width, height) -> Arrays.fill(rgba, (byte) level))
                .to(file);
        byte[] mp4 = Files.readAllBytes(file);
        int at = new String(mp4, StandardCharsets.ISO_8859_1).indexOf("hvcC");
        int size = ByteBuffer.wrap(mp4).getInt(at - 4);
        decoderConfiguration = Arrays.copyOfRange(mp4, at - 4, at - 4 + size);
        try (InputFile input = InputFile.open(file)) {
            AVPacket packet = input.read();
            byte[] data = new byte[packet == null ? 0 : packet.size()];
            if (packet != null) {
                packet.data().get(data);
            }
            return data;
        }
    }

    private byte[] heif(List<byte[]> items) {
        byte[] type = box("ftyp", bytes("heic"), ints(0), bytes("mif1heic"));
        int metaSize = meta(items, 0).length;
        byte[] meta = meta(items, type.length + metaSize + 8);
        return join(type, meta, box("mdat", items.toArray(byte[][]::new)));
    }

    private byte[] meta(List<byte[]> items, int firstOffset) {
        List<byte[]> entries = new ArrayList<>();
        List<byte[]> places = new ArrayList<>();
        List<byte[]> uses = new ArrayList<>();
        int offset = firstOffset;
        for (int i = 0; i < items.size(); i++) {
            int id = i + 1;
            boolean grid = id == GRID_ITEM;
            byte[] kind = bytes(grid ? "grid" : "hvc1");
            entries.add(box("infe", ints(0x02000000), shorts(id, 0), kind, new byte[1]));
            places.add(join(shorts(id, 0, 1), ints(offset, items.get(i).length)));
            byte[] properties =
                    grid ? new byte[] {2, 3, (byte) 0x84} : new byte[] {2, (byte) 0x81, 2};
            uses.add(join(shorts(id), properties));
            offset += items.get(i).length;
        }
        byte[] container =
                box(
                        "ipco",
                        decoderConfiguration,
                        box("ispe", ints(0, TILE_WIDTH, TILE_HEIGHT)),
                        box("ispe", ints(0, WIDTH, HEIGHT)),
                        // A quarter to the right is three to the left.
                        box("irot", new byte[] {3}));
        byte[] parts = box("dimg", shorts(GRID_ITEM, 4, 1, 2, 3, 4));
        int count = items.size();
        return box(
                "meta",
                ints(0),
                box("hdlr", ints(0, 0), bytes("pict"), ints(0, 0, 0), new byte[1]),
                box("pitm", ints(0), shorts(GRID_ITEM)),
                box("iloc", ints(0), shorts(0x4400, count), joinAll(places)),
                box("iinf", ints(0), shorts(count), joinAll(entries)),
                box("iref", ints(0), parts),
                box("iprp", container, box("ipma", ints(0, count), joinAll(uses))));
    }

    private static byte[] box(String type, byte[]... contents) {
        byte[] content = join(contents);
        return join(ints(content.length + 8), bytes(type), content);
    }

    private static byte[] joinAll(List<byte[]> parts) {
        return join(parts.toArray(byte[][]::new));
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] ints(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * values.length);
        for (int value : values) {
            buffer.putInt(value);
        }
        return buffer.array();
    }

    private static byte[] shorts(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(2 * values.length);
        for (int value : values) {
            buffer.putShort((short) value);
        }
        return buffer.array();
    }
}
