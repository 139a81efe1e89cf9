package com.autoclipr.libav;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.media.MediaFacts;
import com.autoclipr.media.MediaLibrary;
import com.autoclipr.media.Orientation;
import com.autoclipr.media.PictureSource;
import com.autoclipr.media.VideoFacts;
import com.autoclipr.media.picture.ColourFacts;
import com.autoclipr.media.picture.Picture;
import com.autoclipr.media.picture.RgbaPicture;
import com.autoclipr.media.picture.YuvPicture;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Facts of films and pictures made here, and what their pictures look like.
@Tag("slow")
class MediaFactsTest {
    private static final Rational TICK = Rational.of(1, 25);
    private static final int ONE = 1 << 16;
    private static final MediaLibrary MEDIA = new LibavMedia();

    /// Red, green, blue and white quarters, the white one at the bottom right.
    private static final MovieWriter.Painter QUARTERS =
            (index, rgba, width, height) -> {
                int[] colours = {0xff0000, 0x00ff00, 0x0000ff, 0xffffff};
                for (int i = 0; i < width * height; i++) {
                    int quarter = (i % width * 2 / width) + 2 * (i / width * 2 / height);
                    rgba[4 * i] = (byte) (colours[quarter] >> 16);
                    rgba[4 * i + 1] = (byte) (colours[quarter] >> 8);
                    rgba[4 * i + 2] = (byte) colours[quarter];
                    rgba[4 * i + 3] = (byte) (quarter == 1 ? 0 : 255);
                }
            };

    @TempDir Path folder;

    private static MovieWriter.Film film(String muxer, String encoder, int pictures) {
        return MovieWriter.Film.of(
                        muxer, encoder, TICK, LongStream.range(0, pictures).boxed().toList())
                .size(64, 48);
    }

    private MediaFacts probe(MovieWriter.Film film) {
        Path file = folder.resolve("film");
        new MovieWriter(film, QUARTERS).to(file);
        return MEDIA.probe(file);
    }

    private static List<DecisionKind> kinds(MediaFacts facts) {
        return facts.decisions().stream().map(Decision::kind).toList();
    }

    /// One letter for each quarter of the upright picture, row by row; `.` for transparent.
    private String quarters(VideoFacts facts) {
        StringBuilder letters = new StringBuilder();
        try (PictureSource pictures = MEDIA.openPictures(folder.resolve("film"), facts)) {
            Picture picture = pictures.at(Rational.ZERO);
            for (int y : new int[] {picture.height() / 4, picture.height() * 3 / 4}) {
                for (int x : new int[] {picture.width() / 4, picture.width() * 3 / 4}) {
                    letters.append(letter(picture, x, y));
                }
            }
        }
        return letters.toString();
    }

    private static char letter(Picture picture, int x, int y) {
        switch (picture) {
            case RgbaPicture rgba -> {
                int at = 4 * (y * rgba.width() + x);
                byte[] p = rgba.pixels();
                if (p[at + 3] == 0) {
                    return '.';
                }
                boolean red = p[at] < 0;
                boolean green = p[at + 1] < 0;
                return red ? green ? 'W' : 'R' : green ? 'G' : 'B';
            }
            case YuvPicture yuv -> {
                int half = 1 << (yuv.luma().bitDepth() - 1);
                int cx = x / yuv.chromaStepX();
                int cy = y / yuv.chromaStepY();
                boolean blue = BarCodePicture.sample(yuv.cb(), cx, cy) > half * 5 / 4;
                boolean red = BarCodePicture.sample(yuv.cr(), cx, cy) > half * 5 / 4;
                boolean bright = BarCodePicture.sample(yuv.luma(), x, y) > half * 3 / 2;
                return blue ? 'B' : red ? 'R' : bright ? 'W' : 'G';
            }
        }
    }

    static List<int[]> matrices() {
        return List.of(
                new int[] {0, ONE, 0, 0, ONE},
                new int[] {90, 0, ONE, -ONE, 0},
                new int[] {180, -ONE, 0, 0, -ONE},
                new int[] {270, 0, -ONE, ONE, 0},
                new int[] {0, -ONE, 0, 0, ONE},
                new int[] {180, ONE, 0, 0, -ONE},
                new int[] {90, 0, -ONE, -ONE, 0},
                new int[] {270, 0, ONE, ONE, 0});
    }

    @ParameterizedTest
    @MethodSource("matrices")
    void turnsFilmsUpright(int[] matrix) {
        Path file = folder.resolve("film");
        int[] tkhd = {matrix[1], matrix[2], 0, matrix[3], matrix[4], 0, 0, 0, 1 << 30};
        new MovieWriter(film("mp4", "libx264", 3), QUARTERS).displayMatrix(tkhd).to(file);
        MediaFacts facts = MEDIA.probe(file);
        VideoFacts video = facts.video().orElseThrow();
        boolean mirrored = (long) matrix[1] * matrix[4] - (long) matrix[2] * matrix[3] < 0;
        assertEquals(new Orientation(matrix[0], mirrored), video.orientation());
        assertEquals(video.orientation().swapsSides() ? 48 : 64, video.displayWidth());
        String stored = mirrored ? "GRWB" : "RGBW";
        assertEquals(turned(stored, matrix[0]), quarters(video));
        assertEquals(
                matrix[0] != 0 || mirrored,
                kinds(facts).contains(DecisionKind.ORIENTATION_APPLIED));
    }

    /// Quarters after a clockwise turn.
    private static String turned(String quarters, int degrees) {
        String at = quarters;
        for (int i = 0; i < degrees; i += 90) {
            at = "" + at.charAt(2) + at.charAt(0) + at.charAt(3) + at.charAt(1);
        }
        return at;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void turnsPhotosUpright(int exif) throws IOException {
        String[] expected = {"RGBW", "GRWB", "WBGR", "BWRG", "RBGW", "BRWG", "WGBR", "GWRB"};
        Path file = folder.resolve("film");
        new MovieWriter(film("image2", "mjpeg", 1).pixels("yuvj420p"), QUARTERS).to(file);
        insert(file, 2, app1(exif));
        VideoFacts facts = MEDIA.probe(file).video().orElseThrow();
        assertEquals(expected[exif - 1], quarters(facts), "EXIF " + exif);
        assertTrue(facts.still());
    }

    @Test
    void turnsPngAndWebpUpright() throws IOException {
        Path file = folder.resolve("film");
        new MovieWriter(film("image2", "png", 1).pixels("rgb24"), QUARTERS).to(file);
        insert(file, 33, pngChunk(tiff(6)));
        assertEquals("BRWG", quarters(MEDIA.probe(file).video().orElseThrow()));
        new MovieWriter(film("webp", "libwebp", 1).pixels("yuv420p"), QUARTERS).to(file);
        byte[] simple = Files.readAllBytes(file);
        ByteBuffer extended =
                ByteBuffer.allocate(simple.length + 100).order(ByteOrder.LITTLE_ENDIAN);
        extended.put(simple, 0, 12).put(ascii("VP8X")).putInt(10).putInt(8);
        extended.put(new byte[] {63, 0, 0, 47, 0, 0}).put(simple, 12, simple.length - 12);
        extended.put(ascii("EXIF")).putInt(tiff(6).length).put(tiff(6));
        extended.putInt(4, extended.position() - 8);
        Files.write(file, java.util.Arrays.copyOf(extended.array(), extended.position()));
        assertEquals("BRWG", quarters(MEDIA.probe(file).video().orElseThrow()));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] tiff(int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(26).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put(ascii("II")).putShort((short) 42).putInt(8).putShort((short) 1);
        tiff.putShort((short) 0x112).putShort((short) 3).putInt(1).putInt(orientation);
        return tiff.array();
    }

    private static byte[] app1(int orientation) {
        byte[] tiff = tiff(orientation);
        ByteBuffer app = ByteBuffer.allocate(10 + tiff.length);
        app.putShort((short) 0xffe1).putShort((short) (8 + tiff.length));
        return app.put(ascii("Exif\0\0")).put(tiff).array();
    }

    private static byte[] pngChunk(byte[] content) {
        ByteBuffer chunk = ByteBuffer.allocate(12 + content.length);
        chunk.putInt(content.length).put(ascii("eXIf")).put(content);
        java.util.zip.CRC32 sum = new java.util.zip.CRC32();
        sum.update(chunk.array(), 4, 4 + content.length);
        return chunk.putInt((int) sum.getValue()).array();
    }

    private static void insert(Path file, int at, byte[] what) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer all = ByteBuffer.allocate(bytes.length + what.length);
        all.put(bytes, 0, at).put(what).put(bytes, at, bytes.length - at);
        Files.write(file, all.array());
    }

    @Test
    void stretchesPixelsThatAreNotSquare() {
        MediaFacts facts = probe(film("mp4", "libx264", 3).encoding(Map.of("aspect", "64/45")));
        VideoFacts video = facts.video().orElseThrow();
        assertEquals(Rational.of(64, 45), video.sampleAspectRatio());
        assertEquals(91, video.displayWidth());
        assertEquals(48, video.displayHeight());
        assertTrue(kinds(facts).contains(DecisionKind.PIXEL_ASPECT_APPLIED));
    }

    @Test
    void pixelsOutOfAllProportionAreTakenForSquare() {
        String wide = "testsrc2=s=64x48:r=10:d=0.3,setsar=20/1";
        MediaFacts facts = MEDIA.probe(MadeMedia.ffmpeg(folder.resolve("a.mkv"), wide));
        VideoFacts video = facts.video().orElseThrow();
        assertEquals(Rational.ONE, video.sampleAspectRatio());
        assertEquals(64, video.displayWidth());
        assertTrue(kinds(facts).contains(DecisionKind.PIXEL_ASPECT_IGNORED));
        assertFalse(kinds(facts).contains(DecisionKind.PIXEL_ASPECT_APPLIED));
    }

    @Test
    void reportsATurnThatIsNotAQuarter() {
        Path file = folder.resolve("film");
        int[] tkhd = {ONE, ONE, 0, -ONE, ONE, 0, 0, 0, 1 << 30};
        new MovieWriter(film("mp4", "libx264", 3), QUARTERS).displayMatrix(tkhd).to(file);
        MediaFacts facts = MEDIA.probe(file);
        assertEquals(Orientation.UPRIGHT, facts.video().orElseThrow().orientation());
        assertTrue(kinds(facts).contains(DecisionKind.ORIENTATION_APPROXIMATED));
    }

    @Test
    void decidesColourWhereTagsAreMissing() {
        VideoFacts small = probe(film("mp4", "libx264", 3)).video().orElseThrow();
        assertEquals(ColourFacts.Matrix.BT601, small.colour().matrix());
        assertTrue(small.colour().assumed());
        assertFalse(small.colour().fullRange());
        VideoFacts large = probe(film("mp4", "libx264", 1).size(64, 720)).video().orElseThrow();
        assertEquals(ColourFacts.Matrix.BT709, large.colour().matrix());
        assertTrue(large.still());
        VideoFacts full = probe(film("mp4", "libx264", 3).pixels("yuvj420p")).video().orElseThrow();
        assertTrue(full.colour().fullRange());
        VideoFacts photo =
                probe(film("image2", "mjpeg", 1).pixels("yuvj422p").size(64, 720))
                        .video()
                        .orElseThrow();
        assertEquals(ColourFacts.Matrix.BT601, photo.colour().matrix());
        assertTrue(photo.colour().fullRange());
    }

    @Test
    void believesColourTags() {
        MediaFacts facts =
                probe(
                        film("mp4", "libx264", 3)
                                .encoding(
                                        Map.of(
                                                "colorspace", "bt2020nc",
                                                "color_trc", "smpte2084",
                                                "color_primaries", "bt2020")));
        ColourFacts colour = facts.video().orElseThrow().colour();
        assertEquals(ColourFacts.Matrix.BT2020, colour.matrix());
        assertEquals(ColourFacts.Transfer.PQ, colour.transfer());
        assertFalse(colour.assumed());
        assertTrue(kinds(facts).contains(DecisionKind.TONE_MAPPED));
        assertFalse(kinds(facts).contains(DecisionKind.COLOUR_ASSUMED));
        try (PictureSource pictures =
                MEDIA.openPictures(folder.resolve("film"), facts.video().orElseThrow())) {
            YuvPicture picture = (YuvPicture) pictures.at(Rational.ZERO);
            assertEquals(ColourFacts.Matrix.BT709, picture.matrix());
            assertEquals(8, picture.luma().bitDepth());
        }
    }

    /// Luma of a grey of `level` (0 to 255, the signal as it is stored) after the way to BT.709.
    private int lumaOfGrey(int level, String transfer) {
        Path file = folder.resolve("film");
        MovieWriter.Film film =
                film("mp4", "libx265", 2)
                        .pixels("yuv420p10le")
                        .encoding(
                                Map.of(
                                        "preset", "ultrafast",
                                        "x265-params", "log-level=0:bframes=0",
                                        "colorspace", "bt2020nc",
                                        "color_trc", transfer,
                                        "color_primaries", "bt2020"));
        new MovieWriter(film, (i, rgba, w, h) -> java.util.Arrays.fill(rgba, (byte) level))
                .to(file);
        VideoFacts facts = MEDIA.probe(file).video().orElseThrow();
        try (PictureSource pictures = MEDIA.openPictures(file, facts)) {
            YuvPicture picture = (YuvPicture) pictures.at(Rational.ZERO);
            assertEquals(128, BarCodePicture.sample(picture.cb(), 9, 9), 1);
            assertEquals(128, BarCodePicture.sample(picture.cr(), 9, 9), 1);
            return BarCodePicture.sample(picture.luma(), 20, 20);
        }
    }

    @Test
    void mapsTonesOfHdr() {
        // PQ: 0.58 is 203 cd/m², diffuse white; 0.75 is 1000; 0.38 is 26.
        assertEquals(16 + 0.85 * 219, lumaOfGrey(148, "smpte2084"), 4);
        assertEquals(235, lumaOfGrey(192, "smpte2084"), 3);
        assertEquals(16 + 0.43 * 219, lumaOfGrey(97, "smpte2084"), 6);
        // HLG: 0.75 is diffuse white.
        assertEquals(16 + 0.85 * 219, lumaOfGrey(191, "arib-std-b67"), 5);
        // Wide gamut alone leaves greys as they are.
        assertEquals(16 + 128 * 219 / 255, lumaOfGrey(128, "bt709"), 1);
    }

    @Test
    void keepsDepthAndSubsampling() {
        VideoFacts deep =
                probe(film("mp4", "libx264", 3).pixels("yuv422p10le")).video().orElseThrow();
        assertEquals(10, deep.colour().bitDepth());
        assertEquals("RGBW", quarters(deep));
        try (PictureSource pictures = MEDIA.openPictures(folder.resolve("film"), deep)) {
            YuvPicture picture = (YuvPicture) pictures.at(Rational.ZERO);
            assertInstanceOf(short[].class, picture.luma().samples());
            assertEquals(32, picture.cb().width());
            assertEquals(48, picture.cb().height());
            assertEquals(2, picture.chromaStepX());
            assertEquals(1, picture.chromaStepY());
        }
    }

    @Test
    void sitesChromaAsTheFormatDoes() {
        VideoFacts film = probe(film("mp4", "libx264", 3)).video().orElseThrow();
        assertArrayEquals(new double[] {0, 0.5}, siting(film));
        VideoFacts photo =
                probe(film("image2", "mjpeg", 1).pixels("yuvj420p")).video().orElseThrow();
        assertArrayEquals(new double[] {0.5, 0.5}, siting(photo));
    }

    private double[] siting(VideoFacts facts) {
        try (PictureSource pictures = MEDIA.openPictures(folder.resolve("film"), facts)) {
            YuvPicture picture = (YuvPicture) pictures.at(Rational.ZERO);
            return new double[] {picture.chromaOffsetX(), picture.chromaOffsetY()};
        }
    }

    @Test
    void keepsTransparency() {
        for (MovieWriter.Film film :
                List.of(
                        film("webm", "libvpx-vp9", 8)
                                .pixels("yuva420p")
                                .encoding(Map.of("b", "1000000", "cpu-used", "8")),
                        film("image2", "png", 1).pixels("rgba"),
                        film("gif", "gif", 4).pixels("bgr8"),
                        film("apng", "apng", 4).pixels("rgba"),
                        film("webp", "libwebp_anim", 4).pixels("bgra"),
                        film("mov", "prores_ks", 3)
                                .pixels("yuva444p10le")
                                .encoding(Map.of("profile", "4")))) {
            VideoFacts facts = probe(film).video().orElseThrow();
            assertTrue(facts.alpha(), film.encoder());
            String expected = film.encoder().equals("gif") ? "RGBW" : "R.BW";
            assertEquals(expected, quarters(facts), film.encoder());
        }
    }

    @Test
    void knowsHowLongAnAnimationIs() {
        MediaFacts gif = probe(film("gif", "gif", 10).pixels("bgr8"));
        assertEquals(Rational.of(2, 5), gif.duration());
        assertEquals(FrameRate.of(25, 1), gif.video().orElseThrow().frameRate());
        MovieWriter.Film webp = film("webp", "libwebp_anim", 10).pixels("bgra");
        new MovieWriter(webp, MovieWriter.BAR_CODE).to(folder.resolve("film"));
        MediaFacts animation = MEDIA.probe(folder.resolve("film"));
        assertEquals(Rational.of(2, 5), animation.duration());
        try (PictureSource pictures =
                MEDIA.openPictures(folder.resolve("film"), animation.video().orElseThrow())) {
            for (int i : new int[] {7, 2, 3, 9, 0, 5}) {
                assertEquals(i, BarCodePicture.read(pictures.at(TICK.times(i))));
            }
        }
    }

    @Test
    void deinterlacesTheSameFromAnywhere() {
        Path file = folder.resolve("film");
        MovieWriter.Painter comb =
                (index, rgba, width, height) -> {
                    for (int i = 0; i < width * height; i++) {
                        int time = 2 * index + i / width % 2;
                        int wave = (i % width + 3 * time) % 16 * (i / width + 5 * time) % 200;
                        byte level = (byte) (20 + wave);
                        java.util.Arrays.fill(rgba, 4 * i, 4 * i + 3, level);
                    }
                };
        MovieWriter.Film film =
                film("matroska", "mpeg2video", 14).encoding(Map.of("b", "4000000", "g", "6"));
        new MovieWriter(film, comb).interlaced().to(file);
        MediaFacts facts = MEDIA.probe(file);
        VideoFacts video = facts.video().orElseThrow();
        assertTrue(video.interlaced());
        assertTrue(kinds(facts).contains(DecisionKind.DEINTERLACED));
        try (PictureSource forwards = MEDIA.openPictures(file, video);
                PictureSource jumping = MEDIA.openPictures(file, video)) {
            int[] sums = new int[14];
            for (int i = 0; i < 14; i++) {
                YuvPicture picture = (YuvPicture) forwards.at(TICK.times(i));
                sums[i] = java.util.Arrays.hashCode((byte[]) picture.luma().samples());
                assertNotEquals(i == 0 ? 0 : sums[i - 1], sums[i], "picture " + i);
            }
            for (int i : new int[] {13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0}) {
                YuvPicture picture = (YuvPicture) jumping.at(TICK.times(i));
                assertEquals(
                        sums[i],
                        java.util.Arrays.hashCode((byte[]) picture.luma().samples()),
                        "picture " + i);
            }
        }
    }
}
