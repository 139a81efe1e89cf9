package com.autoclipr.libav.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.FailureException;
import com.autoclipr.libav.CodedPicture;
import com.autoclipr.libav.MadeMedia;
import com.autoclipr.libav.Shown;
import com.autoclipr.libav.handles.FrameHandle;
import com.autoclipr.libav.input.InputFile;
import com.autoclipr.libav.timing.PictureTiming;
import com.autoclipr.media.StreamClock;
import com.autoclipr.time.Rational;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The transparency of HEIF and AVIF, in every form in which it lies beside the colours.
@Tag("slow")
class AlphaPicturesTest {
    private static final String RED = "color=0xff0000:s=64x48";
    private static final byte[] ALPHA =
            HeifWriter.auxiliary("urn:mpeg:mpegB:cicp:systems:auxiliary:alpha");

    /// Clear on the left, opaque on the right, half in a row in between.
    private static final String MASK =
            "color=black:s=64x48,drawbox=x=24:w=16:h=48:color=0x808080:t=fill,"
                    + "drawbox=x=40:w=24:h=48:color=white:t=fill";

    @TempDir Path folder;

    private CodedPicture coded(boolean avif, String filter, String format, String range)
            throws IOException {
        return CodedPicture.of(folder, avif, filter, format, range);
    }

    private Shown shown(HeifWriter heif) throws IOException {
        Shown shown = Shown.of(Files.write(folder.resolve("picture"), heif.done()));
        assertTrue(shown.facts().alpha());
        assertTrue(shown.facts().still());
        assertFalse(shown.decided(DecisionKind.CORRUPT_DATA_SKIPPED));
        assertFalse(shown.decided(DecisionKind.EXTRA_IMAGES_IGNORED));
        return shown;
    }

    private static void assertMasked(Shown shown) {
        assertEquals(0, shown.at(8, 20)[3], 3);
        assertEquals(128, shown.at(31, 20)[3], 4);
        assertEquals(255, shown.at(56, 20)[3], 3);
        shown.assertColour(255, 0, 0, 56, 20, 6);
    }

    @ParameterizedTest
    @CsvSource({
        "true, yuv420p, gray, tv",
        "true, yuv420p, gray, pc",
        "true, yuv444p10le, gray, pc",
        "true, yuv420p, gray10le, tv",
        "true, yuv422p12le, gray12le, pc",
        "true, yuv420p12le, yuv420p, pc",
        "true, gbrp, gray, pc",
        "false, yuv420p, gray, tv",
        "false, yuv420p10le, gray, pc",
        "false, yuv444p, yuv420p, pc"
    })
    void ofAnyRangeDepthAndLayout(boolean avif, String colours, String alpha, String range)
            throws IOException {
        HeifWriter heif = new HeifWriter(avif ? "avif" : "heic");
        int red = coded(avif, RED, colours, colours.equals("gbrp") ? "pc" : "tv").into(heif);
        int mask = coded(avif, MASK, alpha, range).into(heif, ALPHA);
        assertMasked(shown(heif.refer("auxl", mask, red)));
    }

    @Test
    void ofGrey() throws IOException {
        HeifWriter heif = new HeifWriter("avif");
        int grey = coded(true, "color=0x606060:s=64x48", "gray", "pc").into(heif);
        int mask = coded(true, MASK, "gray", "pc").into(heif, ALPHA);
        Shown shown = shown(heif.refer("auxl", mask, grey));
        shown.assertColour(0x60, 0x60, 0x60, 56, 20, 3);
        assertEquals(0, shown.at(8, 20)[3], 3);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofTiles(boolean wholeAlpha) throws IOException {
        HeifWriter heif = new HeifWriter("avif");
        CodedPicture red = coded(true, RED, "yuv420p", "pc");
        CodedPicture mask = coded(true, MASK, "gray", "pc");
        int first = red.into(heif);
        int second = red.into(heif);
        int firstMask = mask.into(heif, ALPHA);
        int secondMask = mask.into(heif, ALPHA);
        int grid = heif.grid(2, 1, 64, 96, HeifWriter.size(64, 96));
        heif.refer("dimg", grid, first, second).primary(grid);
        if (wholeAlpha) {
            int alphas = heif.grid(2, 1, 64, 96, HeifWriter.size(64, 96), ALPHA);
            heif.refer("dimg", alphas, firstMask, secondMask).refer("auxl", alphas, grid);
        } else {
            heif.refer("auxl", firstMask, first).refer("auxl", secondMask, second);
        }
        Shown shown = shown(heif);
        assertEquals(96, shown.height());
        assertMasked(shown);
        assertEquals(0, shown.at(8, 80)[3], 3);
        assertEquals(255, shown.at(56, 80)[3], 3);
    }

    @Test
    void ofTilesThatAreOtherThanThoseOfTheColours() throws IOException {
        HeifWriter heif = new HeifWriter("heic");
        CodedPicture red = coded(false, RED, "yuv420p", "tv");
        String tall = "color=black:s=64x96,drawbox=x=32:w=32:h=96:color=white:t=fill";
        int first = red.into(heif);
        int second = red.into(heif);
        int grid = heif.grid(2, 1, 64, 96, HeifWriter.size(64, 96));
        int mask = coded(false, tall, "gray", "pc").into(heif, ALPHA);
        heif.refer("dimg", grid, first, second).refer("auxl", mask, grid).primary(grid);
        Shown shown = shown(heif);
        assertEquals(0, shown.at(8, 70)[3], 3);
        assertEquals(255, shown.at(56, 70)[3], 3);
    }

    @Test
    void multipliedIn() throws IOException {
        HeifWriter heif = new HeifWriter("avif");
        int dark = coded(true, "color=0x800000:s=64x48", "yuv444p", "pc").into(heif);
        int half = coded(true, "color=0x808080:s=64x48", "gray", "pc").into(heif, ALPHA);
        heif.refer("auxl", half, dark).refer("prem", dark, half);
        Shown shown = shown(heif);
        shown.assertColour(255, 0, 0, 30, 30, 10);
        assertEquals(128, shown.at(30, 30)[3], 3);
    }

    @Test
    void ofAnAnimation() {
        // The second picture is opaque, the first is not.
        Path file = folder.resolve("moving.avif");
        MadeMedia.ffmpeg(
                file,
                "color=0xff0000:s=64x48:r=4:d=1,format=rgba,"
                        + "geq=r=255:g=0:b=0:a='if(lt(N,2),if(gt(X,31),255,0),255)'[v];"
                        + "[v]split[a][b];[b]format=rgba,alphaextract,format=gray[out1];[a]format=yuv420p[out0]",
                "-map",
                "0:0",
                "-map",
                "0:1",
                "-c:v",
                "libaom-av1",
                "-cpu-used",
                "8");
        Shown first = Shown.of(file);
        assertEquals(0, first.at(8, 20)[3], 3);
        assertEquals(255, first.at(56, 20)[3], 3);
        assertEquals(255, Shown.of(file, Rational.of(6, 10)).at(8, 20)[3], 3);
        assertFalse(first.decided(DecisionKind.STREAM_SELECTED));
    }

    /// Coded in limited range, with what is beyond it in the second half: the right side stays.
    @Test
    void keepsItsRangeInAFade() {
        Path file = folder.resolve("fade.avif");
        MadeMedia.ffmpeg(
                file,
                "color=0xff0000:s=64x48:r=4:d=1,format=rgba,"
                        + "geq=r=255:g=0:b=0:a='if(gt(X,31),40,if(lt(N,2),200,255))'[v];"
                        + "[v]split[a][b];[b]format=rgba,alphaextract,format=gray,"
                        + "setparams=range=tv[out1];[a]format=yuv420p[out0]",
                "-map",
                "0:0",
                "-map",
                "0:1",
                "-c:v",
                "libaom-av1",
                "-cpu-used",
                "8");
        int first = Shown.of(file).at(56, 20)[3];
        assertEquals(first, Shown.of(file, Rational.of(6, 10)).at(56, 20)[3], 3);
        assertEquals(255, Shown.of(file, Rational.of(6, 10)).at(8, 20)[3], 3);
    }

    @Test
    void closesEverythingIfItsTransparencyCannotBeOpened() throws IOException {
        // The second stream is a time code, for which there is no decoder.
        Path file = folder.resolve("plain.mov");
        String colour = "color=red:s=64x48:r=4:d=1";
        MadeMedia.ffmpeg(file, colour, "-c:v", "libx264", "-timecode", "00:00:00:00");
        try (InputFile input = InputFile.open(file)) {
            assertEquals(2, input.streams().size());
            long before = opened(file);
            Flow colours = new Flow();
            assertThrows(
                    FailureException.class,
                    () ->
                            AlphaAnimation.of(
                                    colours,
                                    file,
                                    input.stream(0),
                                    1,
                                    new PictureTiming(Rational.of(25, 1), StreamClock.CONTAINER)));
            assertEquals(1, colours.closed);
            assertEquals(before, opened(file));
        }
    }

    /// How often this process has `file` open, where that can be seen.
    private static long opened(Path file) throws IOException {
        Path all = Path.of("/proc/self/fd");
        if (!Files.isDirectory(all)) {
            return 0;
        }
        long count = 0;
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(all)) {
            for (Path descriptor : descriptors) {
                if (Files.exists(descriptor) && Files.isSameFile(descriptor, file)) {
                    count++;
                }
            }
        }
        return count;
    }

    private static final class Flow implements PictureFlow {
        private int closed;

        @Override
        public boolean next(FrameHandle into) {
            return false;
        }

        @Override
        public boolean damaged() {
            return false;
        }

        @Override
        public void close() {
            closed++;
        }
    }

    @Test
    void reportsOtherContentOfTheFile() throws IOException {
        HeifWriter heif = new HeifWriter("heic");
        CodedPicture red = coded(false, RED, "yuv420p", "tv");
        int shown = red.into(heif);
        int map = red.into(heif, HeifWriter.auxiliary("urn:com:apple:photo:2020:aux:hdrgainmap"));
        int depth = red.into(heif, HeifWriter.auxiliary("urn:mpeg:hevc:2015:auxid:2"));
        int thumbnail = red.into(heif);
        red.into(heif);
        heif.refer("auxl", map, shown).refer("auxl", depth, shown).refer("thmb", thumbnail, shown);
        Shown seen = Shown.of(Files.write(folder.resolve("photo"), heif.done()));
        assertFalse(seen.facts().alpha());
        assertEquals("3", seen.fact(DecisionKind.EXTRA_IMAGES_IGNORED, Fact.COUNT));
        assertEquals(
                "gain-map, depth-map, images",
                seen.fact(DecisionKind.EXTRA_IMAGES_IGNORED, Fact.KINDS));
        assertFalse(seen.decided(DecisionKind.STREAM_SELECTED));
    }
}
