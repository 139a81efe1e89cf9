package com.autoclipr.libav.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.libav.BarCodePicture;
import com.autoclipr.libav.LibavMedia;
import com.autoclipr.libav.MovieWriter;
import com.autoclipr.libav.input.InputFile;
import com.autoclipr.media.MediaLibrary;
import com.autoclipr.media.Orientation;
import com.autoclipr.media.PictureSource;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.media.picture.YuvPicture;
import com.autoclipr.time.Rational;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private static final MediaLibrary MEDIA = new LibavMedia();

    @TempDir Path folder;
    private byte[] decoderConfiguration = {};

    @Test
    void assemblesTilesAndTurnsTheWhole() throws IOException {
        HeifWriter heif = new HeifWriter("heic");
        for (int level : LEVELS) {
            byte[] tile = tile(level);
            heif.item("hvc1", tile, HeifWriter.size(TILE_WIDTH, TILE_HEIGHT), decoderConfiguration);
        }
        // A quarter to the right is three to the left.
        byte[] turned = HeifWriter.box("irot", new byte[] {3});
        int grid = heif.grid(2, 2, WIDTH, HEIGHT, HeifWriter.size(WIDTH, HEIGHT), turned);
        heif.refer("dimg", grid, 1, 2, 3, 4).primary(grid);
        Path file = Files.write(folder.resolve("photo.heic"), heif.done());
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

    /// FFmpeg would lay tiles of no size beside each other for ever.
    @Test
    void refusesTilesWithoutASize() throws IOException {
        byte[] tile = tile(LEVELS[0]);
        HeifWriter heif = new HeifWriter("heic");
        int one = heif.item("hvc1", tile, HeifWriter.size(0, TILE_HEIGHT), decoderConfiguration);
        int other = heif.item("hvc1", tile, decoderConfiguration);
        int grid = heif.grid(1, 2, WIDTH, HEIGHT, HeifWriter.size(WIDTH, HEIGHT));
        heif.refer("dimg", grid, one, other).primary(grid);
        Path file = Files.write(folder.resolve("photo.heic"), heif.done());
        FailureException refused = assertThrows(FailureException.class, () -> MEDIA.probe(file));
        assertEquals(FailureKind.MEDIA_CORRUPT, refused.failure().kind());
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
}
