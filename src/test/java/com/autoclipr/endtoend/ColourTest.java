package com.autoclipr.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.testkit.Autoclipr;
import com.autoclipr.testkit.FrameReader;
import com.autoclipr.testkit.RawPicture;
import com.autoclipr.testkit.StreamFacts;
import com.autoclipr.testkit.TestProject;
import com.autoclipr.testkit.media.ColourPatches;
import com.autoclipr.testkit.media.ColourPatches.Matrix;
import com.autoclipr.testkit.media.Footage;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Colours come out as they went in, whatever the source's matrix and range, and the file says what
/// its samples mean.
@Tag("slow")
class ColourTest {
    private static final double LIMIT_CODES = 2;

    @TempDir private Path folder;

    /// Without tags, 720 lines and more are taken for BT.709, fewer for BT.601.
    @ParameterizedTest
    @CsvSource({
        "BT601, false, true, 640, 480",
        "BT601, true, true, 640, 480",
        "BT709, false, true, 640, 480",
        "BT709, true, true, 1280, 720",
        "BT601, false, false, 640, 480",
        "BT709, false, false, 1280, 720",
        "BT601, false, true, 1280, 720",
    })
    void patchesComeBack(Matrix matrix, boolean full, boolean tagged, int width, int height) {
        ColourPatches patches = new ColourPatches(matrix, full, tagged, width, height);
        Path project =
                TestProject.canvas(width, height)
                        .cut(Rational.ZERO, Rational.of(1, 5))
                        .layer("video", patches.file())
                        .in(folder);
        String[] options = {"--resolution", "360x640", "--preset", "veryfast", "--workers", "1"};
        Autoclipr.Export export = Autoclipr.export(project, folder, options);

        assertEquals(!tagged, export.decisions().contains("colour-assumed"), "decisions");
        assertTags(export.file());
        RawPicture picture = FrameReader.yuv444(export.file(), 2);
        for (int patch = 0; patch < ColourPatches.count(); patch++) {
            int[] at = ColourPatches.middle(patch, picture.width(), picture.height());
            double[] expected = patches.expected(patch);
            for (int plane = 0; plane < 3; plane++) {
                assertEquals(
                        expected[plane],
                        picture.mean(plane, at[0], at[1], 8),
                        LIMIT_CODES,
                        "plane " + plane + " of patch " + patch);
            }
        }
    }

    /// The same bars, by FFmpeg's decoder and by Cisco's, and as they were before.
    @Test
    void barsLookTheSameInTwoDecoders() {
        Path bars = Footage.colourBars();
        Path project =
                TestProject.canvas(1280, 720)
                        .overlay("{\"aspectRatio\": \"16:9\"}")
                        .cut(Rational.ZERO, Rational.of(1, 5))
                        .layer("video", bars)
                        .in(folder);
        String[] options = {"--resolution", "720p", "--preset", "veryfast", "--crf", "12"};
        Path file = Autoclipr.export(project, folder, options).file();

        RawPicture before = FrameReader.rgb(bars, 0);
        RawPicture one = FrameReader.rgb(file, 2);
        RawPicture other = FrameReader.rgb(file, 2, "-c:v", "libopenh264");
        for (int x = 40; x < 1280; x += 40) {
            for (int y : new int[] {100, 300, 445, 510, 650}) {
                if (!flat(before, x, y)) {
                    continue;
                }
                for (int plane = 0; plane < 3; plane++) {
                    String where = "plane " + plane + " at " + x + ", " + y;
                    double seen = one.mean(plane, x, y, 2);
                    assertEquals(before.mean(plane, x, y, 2), seen, 3, where);
                    assertEquals(seen, other.mean(plane, x, y, 2), 1, where);
                }
            }
        }
    }

    /// A drawn shape has the sRGB colour that the project names.
    @Test
    void shapesHaveTheirColour() {
        Path project =
                TestProject.canvas(180, 320)
                        .cut(Rational.ZERO, Rational.of(1, 5))
                        .layer(
                                """
                                {"type": "shape", "shape": "rectangle", "width": "100%", "height": "50%",
                                 "position": {"x": "50%", "y": "25%"}, "fill": "#c04020"}
                                """)
                        .in(folder);
        String[] options = {"--resolution", "360x640", "--preset", "veryfast", "--fps", "25"};
        Path file = Autoclipr.export(project, folder, options).file();
        RawPicture rgb = FrameReader.rgb(file, 2);
        assertEquals(0xc0, rgb.mean(2, 180, 160, 20), 3, "red");
        assertEquals(0x40, rgb.mean(0, 180, 160, 20), 3, "green");
        assertEquals(0x20, rgb.mean(1, 180, 160, 20), 3, "blue");
        assertEquals(0, rgb.mean(0, 180, 480, 20), 3, "background");
    }

    /// HDR white (203 nits by ITU-R BT.2408) comes out bright and neutral, black stays black, and
    /// what is brighter is not darker.
    @ParameterizedTest
    @CsvSource({"smpte2084, 64, 573, 700", "arib-std-b67, 64, 721, 900"})
    void hdrIsToneMapped(String transfer, int black, int white, int brighter) {
        double[] luma = {
            hdrLuma(transfer, black), hdrLuma(transfer, white), hdrLuma(transfer, brighter)
        };
        assertEquals(16, luma[0], 3);
        assertTrue(luma[1] > 150 && luma[1] < 236, () -> "white is " + luma[1]);
        assertTrue(luma[2] >= luma[1], () -> luma[2] + " after " + luma[1]);
    }

    private double hdrLuma(String transfer, int code) {
        Path project =
                TestProject.canvas(320, 180)
                        .cut(Rational.ZERO, Rational.of(1, 5))
                        .layer("video", Footage.hdrGrey(transfer, code))
                        .in(folder);
        Autoclipr.Export export =
                Autoclipr.export(project, folder, Acceptance.small("--workers", "1"));
        assertTrue(export.decisions().contains("tone-mapped"), "decisions");
        assertTags(export.file());
        RawPicture picture = FrameReader.yuv444(export.file(), 2);
        assertEquals(128, picture.mean(1, 90, 160, 20), 2, "cb");
        assertEquals(128, picture.mean(2, 90, 160, 20), 2, "cr");
        return picture.mean(0, 90, 160, 20);
    }

    private static void assertTags(Path file) {
        StreamFacts facts = StreamFacts.of(file, "v:0");
        assertEquals("bt709", facts.text("color_space"));
        assertEquals("bt709", facts.text("color_primaries"));
        assertEquals("bt709", facts.text("color_transfer"));
        assertEquals("tv", facts.text("color_range"));
        assertEquals("yuv420p", facts.text("pix_fmt"));
    }

    private static boolean flat(RawPicture picture, int x, int y) {
        for (int plane = 0; plane < 3; plane++) {
            double middle = picture.mean(plane, x, y, 0);
            if (Math.abs(picture.mean(plane, x, y, 8) - middle) > 0.5) {
                return false;
            }
        }
        return true;
    }
}
