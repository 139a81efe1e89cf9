package com.autoclipr.endtoend.dumps;

import com.autoclipr.composition.Output;
import com.autoclipr.testkit.GoldenText;
import com.autoclipr.testkit.TestFolder;
import com.autoclipr.testkit.TestProject;
import com.autoclipr.testkit.media.NumberedVideo;
import com.autoclipr.testkit.media.WaveFile;
import com.autoclipr.time.FrameRate;
import com.autoclipr.time.Rational;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Small exports as text, sample by sample: the diff shows what a change does to the output.
///
/// All media is coded without loss and without floating point (FFV1, PCM), so that the digests are
/// the same on every processor: FFV1 decodes exactly, our own arithmetic is Java's. Frames that
/// Skia draws on have no digest (see `GoldenFrameTest`).
@Tag("slow")
class GoldenDumpTest {
    private static final Output.Exact SIZE = new Output.Exact(90, 160);
    private static final String[] LOSSLESS = {"-c:v", "ffv1", "-g", "8"};

    @TempDir private Path folder;

    private void assertDump(String name, TestProject project, FrameRate rate, boolean exact)
            throws IOException, InterruptedException {
        RecordedExport export = RecordedExport.of(project.in(folder), folder, SIZE, rate);
        GoldenText.assertMatches(
                "endtoend/" + name + ".dump",
                new SampleDump(export, SIZE.width(), SIZE.height(), exact).text());
    }

    /// Links a file into the project's folder under a fixed name.
    private String media(String name, Path file) throws IOException {
        Files.createSymbolicLink(folder.resolve(name), file);
        return name;
    }

    private static Path numbered(String rate, int frames) {
        return NumberedVideo.at(rate, frames).encoded(LOSSLESS).in("mkv").file();
    }

    /// A ramp of 16-bit samples that repeats every `period` samples.
    private static Path ramp(int period, int seconds) {
        return TestFolder.cached(
                "ramp",
                "wav",
                "period " + period + ", " + seconds + " s",
                file ->
                        WaveFile.write(
                                file,
                                48_000,
                                2,
                                48_000L * seconds,
                                index ->
                                        Math.floorDiv(
                                                        (index % period - period / 2) * 16_000L,
                                                        period)
                                                / (double) Short.MAX_VALUE));
    }

    /// From 25 to 30000/1001 frames per second, across a chunk boundary, starting between two
    /// frames.
    @Test
    void cutAndConvertedRate() throws IOException, InterruptedException {
        TestProject project =
                TestProject.canvas(320, 180)
                        .cut(Rational.of(7, 10), Rational.of(4, 5))
                        .layer("video", Path.of(media("film.mkv", numbered("25", 60))))
                        .layer("audio", Path.of(media("ramp.wav", ramp(480, 3))));
        assertDump("cut-and-rate", project, FrameRate.of(30_000, 1_001), true);
    }

    /// Frames of irregular length, a layer that starts late and is trimmed, a window that moves.
    @Test
    void variableRateUnderAMovingWindow() throws IOException, InterruptedException {
        Path film = NumberedVideo.at("25", 80).encoded(LOSSLESS).variable(1).in("mkv").file();
        TestProject project =
                TestProject.canvas(320, 180)
                        .overlay(
                                """
                                {"position": {"keyframes": [
                                    {"time": 0, "value": {"x": "50%", "y": "50%"}},
                                    {"time": 1, "value": {"x": "49%", "y": "50%"}}]}}
                                """)
                        .cut(Rational.ZERO, Rational.ONE)
                        .layer(
                                """
                                {"type": "video", "src": "%s", "start": 0.2, "trim": "1/3"}
                                """
                                        .formatted(media("film.mkv", film)));
        assertDump("variable-rate", project, FrameRate.of(24, 1), true);
    }

    /// Two audio layers with gain, one starting between two samples, loud enough for the limiter.
    @Test
    void mixedAudio() throws IOException, InterruptedException {
        TestProject project =
                TestProject.canvas(320, 180)
                        .cut(Rational.of(1, 4), Rational.of(1, 2))
                        .layer(
                                """
                                {"type": "audio", "src": "%s", "volume": 2}
                                """
                                        .formatted(media("low.wav", ramp(480, 2))))
                        .layer(
                                """
                                {"type": "audio", "src": "%s", "start": "100001/300000",
                                 "volume": {"keyframes": [
                                     {"time": 0, "value": 0}, {"time": 0.25, "value": 2}]}}
                                """
                                        .formatted(media("high.wav", ramp(60, 2))));
        assertDump("mixed-audio", project, FrameRate.of(25, 1), true);
    }

    /// Drawn by Skia over a video: a shape that rotates and fades in, a text with a shadow.
    @Test
    void shapeAndTextOverAFilm() throws IOException, InterruptedException {
        TestProject project =
                TestProject.canvas(320, 180)
                        .cut(Rational.ZERO, Rational.of(2, 5))
                        .layer("video", Path.of(media("film.mkv", numbered("25", 60))))
                        .layer(
                                """
                                {"type": "shape", "shape": "rectangle", "width": 60, "height": 30,
                                 "fill": "#ff8800", "position": {"x": "50%", "y": "30%"},
                                 "rotation": {"keyframes": [
                                     {"time": 0, "value": 0}, {"time": 1, "value": 90}]},
                                 "opacity": {"keyframes": [
                                     {"time": 0, "value": 0}, {"time": 0.2, "value": 1}]}}
                                """)
                        .layer(
                                """
                                {"type": "text", "text": "Été", "position": {"x": "50%", "y": "75%"},
                                 "font": {"size": 30},
                                 "shadow": {"color": "#000000", "x": 2, "y": 2, "blur": 4}}
                                """);
        assertDump("shape-and-text", project, FrameRate.of(25, 1), false);
    }
}
