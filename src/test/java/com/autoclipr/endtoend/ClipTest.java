package com.autoclipr.endtoend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.testkit.Autoclipr;
import com.autoclipr.testkit.media.Footage;
import com.autoclipr.testkit.media.Sine;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `clip` and `init`: exports and projects without JSON by hand.
@Tag("slow")
class ClipTest {
    @TempDir private Path folder;

    private Path talk() throws IOException {
        return Files.copy(Footage.lively("25", 3), folder.resolve("talk.mp4"));
    }

    private static Autoclipr.Result run(Object... arguments) {
        List<String> texts = new ArrayList<>();
        for (Object argument : arguments) {
            texts.add(argument.toString());
        }
        return Autoclipr.run(texts);
    }

    private static JsonNode json(Path file) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(file));
    }

    @Test
    void aClipIsTheExportOfTheProjectThatItKeeps() throws IOException {
        Path talk = talk();
        Path project = folder.resolve("clip.json");
        Path clip = folder.resolve("clip.mp4");
        Path report = folder.resolve("report.json");
        Autoclipr.Result made =
                run(
                        "clip",
                        talk,
                        "--start",
                        "0.5",
                        "--end",
                        "1.7",
                        "--overlay",
                        "left",
                        "--title",
                        "Two\\nlines",
                        "--music",
                        talk,
                        "--keep-project",
                        project,
                        "--resolution",
                        "90x160",
                        "--report",
                        report,
                        "-o",
                        clip);
        assertEquals(0, made.exitCode(), made::err);
        assertEquals(30, json(report).path("output").path("frames").asInt());
        JsonNode kept = json(project);
        JsonNode layers = kept.path("layers");
        assertEquals("talk.mp4", layers.path(0).path("src").asString());
        assertEquals("Two\nlines", layers.path(1).path("text").asString());
        assertEquals("audio", layers.path(2).path("type").asString());
        double width = kept.path("canvas").path("height").asDouble() * 9 / 16;
        assertEquals(width / 2, kept.path("overlay").path("position").path("x").asDouble(), 0.001);

        Path again = folder.resolve("again.mp4");
        Autoclipr.Result exported =
                run("export", project, "-o", again, "--resolution", "90x160", "--no-cache");
        assertEquals(0, exported.exitCode(), exported::err);
        assertArrayEquals(Files.readAllBytes(again), Files.readAllBytes(clip));

        Path plain = folder.resolve("plain.mp4");
        Autoclipr.Result second =
                run(
                        "clip",
                        talk,
                        "--start",
                        "0.5",
                        "--end",
                        "1.7",
                        "--resolution",
                        "90x160",
                        "-o",
                        plain);
        assertEquals(0, second.exitCode(), second::err);
        assertFalse(Files.mismatch(plain, clip) == -1, "overlay and title change nothing");
    }

    @Test
    void optionsOfAnExportReachIt() throws IOException {
        Autoclipr.Result made =
                run(
                        "clip",
                        talk(),
                        "--end",
                        "0.4",
                        "--resolution",
                        "90x160",
                        "--preset",
                        "ultrafast",
                        "--crf",
                        "40",
                        "--workers",
                        "1",
                        "--no-cache",
                        "--progress",
                        "json",
                        "-o",
                        folder.resolve("clip.mp4"));
        assertEquals(0, made.exitCode(), made::err);
        JsonNode requested =
                JsonMapper.shared().readTree(made.out().lines().findFirst().orElseThrow());
        JsonNode order = requested.path("order");
        assertEquals("ultrafast", order.path("output").path("preset").asString());
        assertEquals(40, order.path("output").path("crf").asInt());
        assertEquals(1, order.path("workers").asInt());
        assertFalse(order.path("useStore").asBoolean(true));
    }

    @Test
    void whatMakesNoSenseIsRefusedBeforeAnythingIsWritten() throws IOException {
        Path talk = talk();
        Path clip = folder.resolve("clip.mp4");
        List<List<String>> wrong =
                List.of(
                        List.of("--start", "2", "--end", "2"),
                        List.of("--start", "2", "--end", "4.5"),
                        List.of("--end", "2", "--overlay", "x=10"),
                        List.of("--end", "2", "--overlay", "top"),
                        List.of("--end", "2", "--preset", "fastest"),
                        List.of("--end", "2", "--music", folder.resolve("none.mp3").toString()),
                        List.of("--end", "2", "--keep-project", talk.toString()));
        for (List<String> options : wrong) {
            List<String> arguments =
                    new ArrayList<>(List.of("clip", talk.toString(), "-o", clip.toString()));
            arguments.addAll(options);
            Autoclipr.Result refused = Autoclipr.run(arguments);
            assertEquals(2, refused.exitCode(), () -> options + refused.err());
            assertFalse(Files.exists(clip));
        }
        assertEquals(-1, Files.mismatch(talk, Footage.lively("25", 3)));
    }

    @Test
    void soundAloneIsNoVideo() {
        Autoclipr.Result refused =
                run(
                        "clip",
                        new Sine(440, 0.5).file(48_000, 2, 1),
                        "--end",
                        "1",
                        "-o",
                        folder.resolve("clip.mp4"));
        assertEquals(3, refused.exitCode(), refused::err);
        assertTrue(refused.err().contains("media-unsupported"), refused::err);
        assertTrue(refused.err().contains("needs a picture"), refused::err);
    }

    @Test
    void initWritesAValidProjectOnce() throws IOException {
        Path talk = talk();
        Path project = folder.resolve("talk.json");
        Autoclipr.Result made = run("init", talk);
        assertEquals(0, made.exitCode(), made::err);
        assertEquals(0, run("validate", project).exitCode());
        JsonNode written = json(project);
        assertEquals(640, written.path("canvas").path("width").asInt());
        assertEquals("25", written.path("output").path("fps").asString());
        assertEquals("talk.mp4", written.path("layers").path(0).path("src").asString());
        Path schema = Path.of(URI.create(written.path("$schema").asString()));
        assertEquals("object", json(schema).path("type").asString());

        Files.writeString(project, "mine");
        Autoclipr.Result refused = run("init", talk);
        assertEquals(2, refused.exitCode(), refused::err);
        assertEquals("mine", Files.readString(project));
        assertEquals(0, run("init", talk, "--overwrite").exitCode());
        assertEquals(written, json(project));
    }
}
