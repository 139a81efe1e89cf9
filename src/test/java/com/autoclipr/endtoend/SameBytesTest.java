package com.autoclipr.endtoend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.autoclipr.testkit.Autoclipr;
import com.autoclipr.testkit.TestProject;
import com.autoclipr.testkit.media.Footage;
import com.autoclipr.time.Rational;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same project gives the same bytes, whatever the number of workers.
@Tag("slow")
class SameBytesTest {
    @TempDir private Path folder;

    @Test
    void oneTwoAndFourWorkersAgree() throws IOException {
        Path project =
                TestProject.canvas(640, 360)
                        .overlay(
                                """
                                {"position": {"keyframes": [
                                    {"time": 0, "value": {"x": "50%", "y": "50%"}},
                                    {"time": 4, "value": {"x": "62%", "y": "50%"}, "easing": "ease-in-out"},
                                    {"time": 5, "value": {"x": "30%", "y": "50%"}, "easing": "hold"}]}}
                                """)
                        .cut(Rational.of(1, 3), Rational.of(27, 5))
                        .layer("video", Footage.lively("30000/1001", 7))
                        .layer(
                                """
                                {"type": "text", "text": "Bonjour 👋 ليل", "start": 1, "duration": 3,
                                 "position": {"x": "50%", "y": "20%"},
                                 "font": {"size": 30, "weight": 800},
                                 "opacity": {"keyframes": [{"time": 0, "value": 0}, {"time": 0.5, "value": 1}]}}
                                """)
                        .layer(
                                """
                                {"type": "shape", "shape": "ellipse", "width": 60, "height": 40, "fill": "#ff8800",
                                 "position": {"x": "50%", "y": "80%"},
                                 "rotation": {"keyframes": [{"time": 0, "value": 0}, {"time": 6, "value": 90}]}}
                                """)
                        .in(folder);
        byte[] one = bytes(project, "1");
        assertArrayEquals(one, bytes(project, "2"));
        assertArrayEquals(one, bytes(project, "4"));
        assertEquals('f', one[4]);
    }

    private byte[] bytes(Path project, String workers) throws IOException {
        String[] options = Acceptance.small("--workers", workers);
        return Files.readAllBytes(Autoclipr.export(project, folder, options).file());
    }
}
