package com.autoclipr.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.autoclipr.testkit.Autoclipr;
import com.autoclipr.testkit.FrameReader;
import com.autoclipr.testkit.TestProject;
import com.autoclipr.testkit.media.DiscChart;
import com.autoclipr.testkit.media.DiscChart.Place;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A slow pan and zoom of the overlay moves the picture by parts of a pixel, without shaking.
@Tag("slow")
class SmoothPanTest {
    private static final double LIMIT_PIXELS = 0.1;
    private static final double SECONDS = 3;
    private static final int FPS = 30;
    private static final int OUT_WIDTH = 360;
    private static final int OUT_HEIGHT = 640;
    private static final Place DISC = new Place(640.4, 350.7);

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"image", "video"})
    void aMarkerFollowsTheCurve(String kind) {
        DiscChart chart = new DiscChart(1280, 720, 30, List.of(DISC));
        Path source = kind.equals("image") ? chart.image() : chart.video("30", 90);
        Path project =
                TestProject.canvas(1280, 720)
                        .overlay(
                                """
                                {"position": {"keyframes": [
                                    {"time": 0, "value": {"x": 600, "y": 355}},
                                    {"time": 3, "value": {"x": 613.7, "y": 362.3}}]},
                                 "height": {"keyframes": [
                                    {"time": 0, "value": 640}, {"time": 3, "value": 601.5}]}}
                                """)
                        .cut(Rational.ZERO, Rational.of(3))
                        .layer(kind, source)
                        .in(folder);
        String[] options = {
            "--resolution", "360x640", "--fps", "30", "--preset", "veryfast", "--crf", "8"
        };
        Path file = Autoclipr.export(project, folder, options).file();
        int frames =
                FrameReader.luma(
                        file,
                        (index, luma) -> {
                            Place expected = expected(index);
                            Place found = DiscChart.find(luma, OUT_WIDTH, OUT_HEIGHT, expected, 45);
                            assertEquals(
                                    0,
                                    found.distanceTo(expected),
                                    LIMIT_PIXELS,
                                    () -> "frame " + index + ": " + expected + " is at " + found);
                        });
        assertEquals(SECONDS * FPS, frames);
    }

    private static Place expected(int frame) {
        double progress = frame / (SECONDS * FPS);
        double x = 600 + 13.7 * progress;
        double y = 355 + 7.3 * progress;
        double height = 640 - 38.5 * progress;
        double scale = OUT_HEIGHT / height;
        return new Place(
                (DISC.x() - (x - height * 9 / 32)) * scale, (DISC.y() - (y - height / 2)) * scale);
    }
}
