package com.autoclipr.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.testkit.Autoclipr;
import com.autoclipr.testkit.FrameReader;
import com.autoclipr.testkit.RawPicture;
import com.autoclipr.testkit.TestProject;
import com.autoclipr.testkit.media.Footage;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Footage with rotation, mirroring, wide pixels, fields and transparency is shown as it is meant.
@Tag("slow")
class FootageTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({"90, false", "180, false", "270, false", "0, true", "90, true", "270, true"})
    void rotatedFootageIsUpright(int rotation, boolean mirrored) {
        Path source = Footage.turned(rotation, mirrored);
        RawPicture upright = FrameReader.upright(source, 0);
        // The whole picture is seen: canvas and overlay have its shape.
        String ratio = upright.width() > upright.height() ? "16:9" : "9:16";
        Path project =
                TestProject.canvas(upright.width(), upright.height())
                        .overlay("{\"aspectRatio\": \"%s\"}".formatted(ratio))
                        .cut(Rational.ZERO, Rational.of(1, 5))
                        .layer("video", source)
                        .in(folder);
        String size = upright.width() + "x" + upright.height();
        Autoclipr.Export export =
                Autoclipr.export(
                        project,
                        folder,
                        "--resolution",
                        size,
                        "--preset",
                        "veryfast",
                        "--workers",
                        "1");
        assertTrue(export.decisions().contains("orientation-applied"), "decisions");
        RawPicture shown = FrameReader.rgb(export.file(), 2);
        for (int x : new int[] {20, upright.width() - 20}) {
            for (int y : new int[] {20, upright.height() - 20}) {
                assertEquals(
                        upright.mean(0, x, y, 6), shown.mean(0, x, y, 6), 5, "at " + x + ", " + y);
            }
        }
    }

    @Test
    void widePixelsAreMadeSquare() {
        RawPicture shown = wide(Footage.widePixels(), "cover");
        // The disc is round again: 50 pixels in each direction.
        assertTrue(shown.mean(0, 160 + 44, 90, 2) > 200, "right");
        assertTrue(shown.mean(0, 160, 90 + 44, 2) > 200, "below");
        assertTrue(shown.mean(0, 160 + 56, 90, 2) < 60, "right of it");
        assertTrue(shown.mean(0, 160, 90 + 56, 2) < 60, "below it");
    }

    @Test
    void fieldsAreNotSeenAsCombs() {
        RawPicture shown = wide(Footage.interlaced(), "fill");
        int combed = 0;
        for (int y = 0; y < shown.height() - 2; y++) {
            for (int x = 0; x < shown.width(); x++) {
                int step = shown.sample(0, x, y) - shown.sample(0, x, y + 1);
                int twoRows = shown.sample(0, x, y) - shown.sample(0, x, y + 2);
                combed += Math.abs(step) > 100 && Math.abs(twoRows) < 40 ? 1 : 0;
            }
        }
        assertTrue(combed < 50, "combed pixels: " + combed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"webm", "mov", "apng", "webp"})
    void whatIsBelowShowsThroughTransparency(String kind) {
        Path source = Footage.transparent(kind);
        String type = kind.equals("webm") || kind.equals("mov") ? "video" : "image";
        Path project =
                TestProject.canvas(318, 180)
                        .overlay("{\"aspectRatio\": \"free\", \"width\": 318, \"height\": 180}")
                        .cut(Rational.ZERO, Rational.of(1, 5))
                        .layer(
                                """
                                {"type": "shape", "shape": "rectangle", "fill": "#0000ff"}
                                """)
                        .layer(type, source)
                        .in(folder);
        Path file =
                Autoclipr.export(
                                project,
                                folder,
                                "--resolution",
                                "318x180",
                                "--fps",
                                "25",
                                "--workers",
                                "1")
                        .file();
        RawPicture shown = FrameReader.rgb(file, 2);
        assertEquals(0, shown.mean(0, 50, 90, 8), 5, "green on the left");
        assertEquals(255, shown.mean(1, 50, 90, 8), 5, "blue on the left");
        assertEquals(128, shown.mean(0, 159, 90, 8), 6, "green in the middle");
        assertEquals(255, shown.mean(0, 270, 90, 8), 5, "green on the right");
    }

    /// Frame 10 in a landscape of 320×180.
    private RawPicture wide(Path source, String fit) {
        Path project =
                TestProject.canvas(320, 180)
                        .overlay("{\"aspectRatio\": \"16:9\"}")
                        .cut(Rational.ZERO, Rational.of(4, 5))
                        .layer(
                                "{\"type\": \"video\", \"src\": \"%s\", \"fit\": \"%s\"}"
                                        .formatted(source, fit))
                        .in(folder);
        String[] options = {
            "--resolution", "320x180", "--preset", "veryfast", "--crf", "12", "--workers", "1"
        };
        return FrameReader.yuv444(Autoclipr.export(project, folder, options).file(), 10);
    }
}
