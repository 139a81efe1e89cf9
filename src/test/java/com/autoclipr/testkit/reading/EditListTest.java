package com.autoclipr.testkit.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.time.Rational;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Edit lists say what they say by the specification.
class EditListTest {
    private static final int MOVIE_SCALE = 1000;
    private static final int SCALE = 90_000;
    private static final int USUAL_RATE = 1 << 16;

    @TempDir private Path folder;

    @Test
    void aStartAndAnEndAreUsual() throws IOException {
        assertFalse(read(new int[][] {{2000, 9000, USUAL_RATE}}).isUnusual());
        assertFalse(read(new int[][] {{500, -1, USUAL_RATE}, {0, 0, USUAL_RATE}}).isUnusual());
        assertFalse(read(new int[0][]).isUnusual());
    }

    @Test
    void whatIsNotShownInTheMiddleMovesWhatFollows() throws IOException {
        EditList list =
                read(
                        new int[][] {
                            {1000, 0, USUAL_RATE}, {500, -1, USUAL_RATE}, {1000, SCALE, USUAL_RATE}
                        });
        assertTrue(list.isUnusual());
        List<String> begins = begins(list);
        assertEquals(20, begins.size());
        assertEquals("0.9", begins.get(9));
        assertEquals("1.5", begins.get(10));
        assertEquals("2.4", begins.getLast());
        assertEquals(Rational.of(5, 2), list.end());
    }

    @Test
    void aPictureIsHeldAndPicturesRunFaster() throws IOException {
        EditList list = read(new int[][] {{1000, SCALE / 2, 0}, {500, 0, 2 * USUAL_RATE}});
        assertTrue(list.isUnusual());
        List<String> begins = begins(list);
        assertEquals(List.of("0", "1", "1.05", "1.1"), begins.subList(0, 4));
        assertEquals(11, begins.size());
    }

    @Test
    void anEditMayBeginWithinAPicture() throws IOException {
        EditList list = read(new int[][] {{250, SCALE / 20, USUAL_RATE}, {100, 0, USUAL_RATE}});
        assertEquals(List.of("0", "0.05", "0.15", "0.25"), begins(list));
    }

    @Test
    void damageIsNoList() throws IOException {
        byte[] whole = file(new int[][] {{1000, 0, 0}, {1000, 0, 0}});
        for (int length = 0; length < whole.length; length++) {
            Path cut = folder.resolve("cut.mp4");
            Files.write(cut, Arrays.copyOf(whole, length));
            assertTrue(EditList.of(cut).size() <= 1, "after " + length + " bytes");
        }
    }

    /// When pictures begin of a track of two seconds at 10 a second.
    private static List<String> begins(EditList list) {
        GridPrint black = new GridPrint(new float[GridPrint.BYTES]);
        List<ShownPicture> pictures =
                IntStream.range(0, 20)
                        .mapToObj(i -> Rational.of(i, 10))
                        .map(time -> new ShownPicture(time, time, 1, 1, black))
                        .toList();
        return list.shown(pictures).stream().map(p -> p.begin().toDecimal(2)).toList();
    }

    private EditList read(int[][] edits) throws IOException {
        Path file = Files.write(folder.resolve("film.mp4"), file(edits));
        return EditList.of(file).getFirst();
    }

    /// @param edits duration in ticks of the movie, media time in ticks of the track, rate
    private static byte[] file(int[][] edits) throws IOException {
        ByteBuffer list = ByteBuffer.allocate(8 + 12 * edits.length).putInt(0).putInt(edits.length);
        for (int[] edit : edits) {
            list.putInt(edit[0]).putInt(edit[1]).putInt(edit[2]);
        }
        byte[] mvhd = box("mvhd", header(MOVIE_SCALE));
        byte[] mdia = box("mdia", box("mdhd", header(SCALE)));
        byte[] trak = box("trak", box("edts", box("elst", list.array())), mdia);
        return joined(box("ftyp", new byte[8]), box("moov", mvhd, trak));
    }

    private static byte[] header(int scale) {
        return ByteBuffer.allocate(24).putInt(12, scale).array();
    }

    private static byte[] box(String type, byte[]... contents) throws IOException {
        byte[] content = joined(contents);
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(type.getBytes(StandardCharsets.ISO_8859_1))
                .put(content)
                .array();
    }

    private static byte[] joined(byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        return all.toByteArray();
    }
}
