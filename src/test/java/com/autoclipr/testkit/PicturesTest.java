package com.autoclipr.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.testkit.media.ColourPatches;
import com.autoclipr.testkit.media.DiscChart;
import com.autoclipr.testkit.media.DiscChart.Place;
import com.autoclipr.testkit.media.Footage;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {
    @Test
    void discsAreFoundWhereTheyWereDrawn() {
        List<Place> places =
                List.of(new Place(40.25, 50.5), new Place(150, 90), new Place(250.9, 30.1));
        DiscChart chart = new DiscChart(320, 180, 9, places);
        for (Path file : List.of(chart.image(), chart.video("25", 2))) {
            FrameReader.luma(
                    file,
                    (index, luma) -> {
                        for (Place place : places) {
                            Place found = DiscChart.find(luma, 320, 180, place, 16);
                            assertEquals(
                                    0, found.distanceTo(place), 0.02, () -> place + " at " + found);
                        }
                        Place empty = new Place(100, 150);
                        assertThrows(
                                IllegalStateException.class,
                                () -> DiscChart.find(luma, 320, 180, empty, 16));
                    });
        }
    }

    @ParameterizedTest
    @EnumSource
    void patchesHaveTheCodesOfTheStandard(ColourPatches.Matrix matrix) {
        for (boolean full : new boolean[] {false, true}) {
            ColourPatches patches = new ColourPatches(matrix, full, true, 320, 192);
            RawPicture stored = FrameReader.yuv444(patches.file(), 0);
            RawPicture rgb = FrameReader.rgb(patches.file(), 0);
            for (int patch = 0; patch < ColourPatches.count(); patch++) {
                int[] at = ColourPatches.middle(patch, 320, 192);
                double[] codes = patches.stored(patch);
                for (int plane = 0; plane < 3; plane++) {
                    assertEquals(
                            codes[plane],
                            stored.mean(plane, at[0], at[1], 3),
                            1,
                            patches + " stored");
                }
                // The program's own conversion by the tags, seen as BT.709 limited.
                double[] seen = {
                    rgb.mean(2, at[0], at[1], 3) / 255,
                    rgb.mean(0, at[0], at[1], 3) / 255,
                    rgb.mean(1, at[0], at[1], 3) / 255
                };
                double[] yCbCr = ColourPatches.Matrix.BT709.fromRgb(seen);
                double[] expected = patches.expected(patch);
                assertEquals(expected[0], 16 + 219 * yCbCr[0], 2, patches + " luma of " + patch);
                assertEquals(expected[1], 128 + 224 * yCbCr[1], 2, patches + " cb of " + patch);
                assertEquals(expected[2], 128 + 224 * yCbCr[2], 2, patches + " cr of " + patch);
            }
        }
    }

    @Test
    void tagsAreWrittenOnlyWhereAsked() {
        Path tagged = new ColourPatches(ColourPatches.Matrix.BT601, true, true, 320, 192).file();
        assertEquals("smpte170m", StreamFacts.of(tagged, "v:0").text("color_space"));
        assertEquals("pc", StreamFacts.of(tagged, "v:0").text("color_range"));
        Path plain = new ColourPatches(ColourPatches.Matrix.BT601, false, false, 320, 192).file();
        assertEquals("unknown", StreamFacts.of(plain, "v:0").text("color_space"));
    }

    @ParameterizedTest
    @CsvSource({"0,false,32,224", "90,false,224,160", "180,false,160,96", "0,true,224,32"})
    void footageIsTurned(int rotation, boolean mirrored, int topLeft, int topRight) {
        RawPicture shown = FrameReader.upright(Footage.turned(rotation, mirrored), 0);
        assertEquals(rotation == 90 ? 180 : 320, shown.width());
        assertEquals(topLeft, shown.mean(0, 20, 20, 5), 3);
        assertEquals(topRight, shown.mean(0, shown.width() - 20, 20, 5), 3);
    }

    @Test
    void widePixelsAndFieldsAndHdrAreTagged() {
        assertEquals(
                "2:1", StreamFacts.of(Footage.widePixels(), "v:0").text("sample_aspect_ratio"));
        assertEquals("tt", StreamFacts.of(Footage.interlaced(), "v:0").text("field_order"));
        StreamFacts hdr = StreamFacts.of(Footage.hdrGrey("smpte2084", 573), "v:0");
        assertEquals("smpte2084", hdr.text("color_transfer"));
        assertEquals("yuv420p10le", hdr.text("pix_fmt"));
        assertEquals("bt709", StreamFacts.of(Footage.colourBars(), "v:0").text("color_space"));
    }

    @Test
    void interlacedFramesAreCombed() {
        RawPicture frame = FrameReader.yuv444(Footage.interlaced(), 10);
        int combed = 0;
        for (int y = 0; y < frame.height() - 2; y++) {
            for (int x = 0; x < frame.width(); x++) {
                int step = frame.sample(0, x, y) - frame.sample(0, x, y + 1);
                int twoRows = frame.sample(0, x, y) - frame.sample(0, x, y + 2);
                combed += Math.abs(step) > 100 && Math.abs(twoRows) < 40 ? 1 : 0;
            }
        }
        assertTrue(combed > 500, "combed pixels: " + combed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"webm", "mov", "apng"})
    void transparencyIsStored(String kind) {
        byte[] alpha =
                Programs.ffmpegOutput(
                        List.of(
                                "-c:v",
                                decoder(kind),
                                "-i",
                                Footage.transparent(kind).toString(),
                                "-vf",
                                "format=rgba,extractplanes=a",
                                "-frames:v",
                                "1",
                                "-f",
                                "rawvideo",
                                "-pix_fmt",
                                "gray",
                                "-"));
        assertEquals(0, alpha[90 * 318 + 40] & 255, 4);
        assertEquals(128, alpha[90 * 318 + 159] & 255, 4);
        assertEquals(255, alpha[90 * 318 + 280] & 255, 4);
    }

    private static String decoder(String kind) {
        return switch (kind) {
            case "webm" -> "libvpx-vp9";
            case "mov" -> "prores";
            default -> kind;
        };
    }
}
