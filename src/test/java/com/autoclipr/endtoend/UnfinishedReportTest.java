package com.autoclipr.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.testkit.Autoclipr;
import com.autoclipr.testkit.TestProject;
import com.autoclipr.time.Rational;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An export that fails or is ended leaves a report of what it did until then.
@Tag("slow")
class UnfinishedReportTest {
    @TempDir private Path folder;
    private Path report = Path.of("");

    @BeforeEach
    void newReport() {
        report = folder.resolve("r.json");
    }

    private JsonNode written() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(report));
    }

    private List<String> command(Path project) {
        return List.of(
                "export",
                project.toString(),
                "-o",
                folder.resolve("out.mp4").toString(),
                "--report",
                report.toString(),
                "--workers",
                "1",
                "--resolution",
                "90x160",
                "--no-cache",
                "--progress",
                "json");
    }

    @Test
    void mediaThatCannotBeUsedIsInIt() throws IOException {
        Path media = Files.writeString(folder.resolve("film.mp4"), "this is no film");
        Path project = TestProject.canvas(640, 360).layer("video", media).in(folder);
        Autoclipr.Result result = Autoclipr.run(command(project));
        assertEquals(3, result.exitCode(), result.err());
        JsonNode said = written();
        assertEquals("failed", said.path("status").asString());
        assertEquals(3, said.path("failure").path("exitCode").asInt());
        assertEquals("media", said.path("failure").path("fault").asString());
        assertEquals("media-unsupported", said.path("failure").path("kind").asString());
        assertEquals(
                "/layers/0/src", said.path("failure").path("facts").path("pointer").asString());
        assertEquals(1, said.path("workers").size());
        assertTrue(said.path("engine").asString().contains("; ffmpeg"), said::toString);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no signals")
    void oneThatIsEndedBySigtermSaysHowFarItWas() throws IOException, InterruptedException {
        Path project =
                TestProject.canvas(640, 360)
                        .cut(Rational.ZERO, Rational.of(300))
                        .layer(
                                """
                                {"type": "shape", "shape": "rectangle", "width": 90, "height": 90,
                                 "fill": "#ff8800", "position": {"x": 320, "y": 180},
                                 "rotation": {"keyframes": [{"time": 0, "value": 0},
                                                            {"time": 300, "value": 9000}]}}
                                """)
                        .in(folder);
        Process process =
                Autoclipr.builder(command(project))
                        .redirectError(folder.resolve("err.txt").toFile())
                        .start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            int chunks = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains("\"event\":\"chunk\"") && ++chunks == 2) {
                    new ProcessBuilder("kill", "-TERM", Long.toString(process.pid())).start();
                }
            }
            assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        } finally {
            process.destroyForcibly();
        }
        assertEquals(143, process.exitValue());
        JsonNode said = written();
        assertEquals("cancelled", said.path("status").asString());
        assertEquals("cancelled", said.path("failure").path("kind").asString());
        assertEquals(143, said.path("failure").path("exitCode").asInt());
        assertEquals("rendering", said.path("stage").asString());
        assertEquals(300, said.path("progress").path("chunksTotal").asInt());
        assertTrue(said.path("progress").path("chunksDone").asInt() >= 2, said::toString);
        assertTrue(said.path("work").path("chunksEncoded").asInt() >= 2, said::toString);
        assertTrue(said.path("work").path("framesEncoded").asInt() >= 60, said::toString);
        assertFalse(said.path("decisions").isEmpty(), said::toString);
        assertFalse(Files.exists(folder.resolve("out.mp4")));
    }
}
