package com.autoclipr.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.autoclipr.testkit.Autoclipr;
import com.autoclipr.testkit.FrameReader;
import com.autoclipr.testkit.StreamFacts;
import com.autoclipr.testkit.TestProject;
import com.autoclipr.testkit.media.DiscChart;
import com.autoclipr.testkit.media.DiscChart.Place;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Points of the canvas land where the overlay says, within half a pixel, at every size.
@Tag("slow")
class OverlayGeometryTest {
    private static final double LIMIT_PIXELS = 0.5;
    private static final double RADIUS = 13;

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "720p, image, 960, 540, 1080",
        "1080p, image, 903.4, 538.2, 1001.5",
        "1440p, image, 960, 540, 1080",
        "720p, video, 903.4, 538.2, 1001.5",
        "1080p, video, 960, 540, 1080",
        "1440p, video, 1011.7, 545.1, 917.3",
    })
    void discsLandWhereTheyShould(
            String resolution, String kind, double x, double y, double height) {
        DiscChart chart = new DiscChart(1920, 1080, RADIUS, grid(x, y, height));
        Path source = kind.equals("image") ? chart.image() : chart.video("5", 5);
        Path project =
                TestProject.canvas(1920, 1080)
                        .overlay(
                                "{\"position\": {\"x\": %s, \"y\": %s}, \"height\": %s}"
                                        .formatted(x, y, height))
                        .cut(Rational.ZERO, Rational.of(2, 5))
                        .layer(kind, source)
                        .in(folder);
        String[] options = {
            "--resolution", resolution, "--fps", "5", "--preset", "ultrafast", "--crf", "12"
        };
        Path file = Autoclipr.export(project, folder, options).file();

        int outWidth = StreamFacts.of(file, "v:0").number("width");
        int outHeight = StreamFacts.of(file, "v:0").number("height");
        assertEquals(Integer.parseInt(resolution.replace("p", "")), outWidth);
        double scale = outHeight / height;
        double left = x - height * 9 / 16 / 2;
        double top = y - height / 2;
        int frames =
                FrameReader.luma(
                        file,
                        (index, luma) -> {
                            for (Place disc : chart.centres()) {
                                Place expected =
                                        new Place(
                                                (disc.x() - left) * scale,
                                                (disc.y() - top) * scale);
                                Place found =
                                        DiscChart.find(
                                                luma,
                                                outWidth,
                                                outHeight,
                                                expected,
                                                2 * RADIUS * scale);
                                assertEquals(
                                        0,
                                        found.distanceTo(expected),
                                        LIMIT_PIXELS,
                                        () -> expected + " is at " + found);
                            }
                        });
        assertEquals(2, frames);
    }

    /// Discs inside the overlay, at broken places.
    private static List<Place> grid(double x, double y, double height) {
        List<Place> places = new ArrayList<>();
        double width = height * 9 / 16;
        for (int row = 0; row < 5; row++) {
            for (int column = 0; column < 3; column++) {
                places.add(
                        new Place(
                                x + (column - 1) * (width / 2 - 3 * RADIUS) + 0.137 * row,
                                y + (row - 2) * (height / 4 - 2 * RADIUS) + 0.291 * column));
            }
        }
        return places;
    }
}
