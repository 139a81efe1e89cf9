package com.autoclipr.endtoend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.testkit.Autoclipr;
import com.autoclipr.testkit.TestProject;
import com.autoclipr.testkit.media.Footage;
import com.autoclipr.time.Rational;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// After an edit only the chunks that it changes are encoded, and the file is the one that an
/// export from scratch gives.
@Tag("slow")
class IncrementalExportTest {
    private static final int SECONDS = 60;

    /// In every text, so that no other run has stored these chunks.
    private final String unique = UUID.randomUUID().toString().substring(0, 6);

    @TempDir private Path folder;

    /// A minute of footage with sound, and thirty texts of a second each, from the middle of a
    /// second on; text 7 is seen in seconds 14 and 15.
    private TestProject project(String wordOfSeven) {
        TestProject project =
                TestProject.canvas(640, 360)
                        .cut(Rational.ZERO, Rational.of(SECONDS))
                        .layer("video", Footage.lively("5", SECONDS));
        for (int i = 0; i < SECONDS / 2; i++) {
            String word = i == 7 ? wordOfSeven : "number " + i;
            project = project.layer(text(word + " " + unique, Rational.of(4 * i + 1, 2)));
        }
        return project;
    }

    private static String text(String text, Rational start) {
        return """
               {"type": "text", "text": "%s", "start": "%s", "duration": 1,
                "font": {"size": 24}, "position": {"x": "50%%", "y": "80%%"}}
               """
                .formatted(text, start);
    }

    @Test
    void onlyWhatChangedIsEncoded() throws IOException {
        Path first = project("number 7").in(folder);
        assertWork(SECONDS, 0, export(first, "first.mp4"));

        // Another name: nothing is encoded, and the file is the same.
        assertWork(0, SECONDS, export(first, "renamed.mp4"));
        assertArrayEquals(bytes("first.mp4"), bytes("renamed.mp4"));

        // Another word in one text: the two seconds in which it is seen.
        Path edited = project("word 7").in(folder);
        JsonNode report = export(edited, "edited.mp4");
        assertWork(2, SECONDS - 2, report);
        assertEquals(0, report.at("/work/audioMs").asLong());
        export(edited, "scratch.mp4", "--no-cache");
        assertArrayEquals(bytes("scratch.mp4"), bytes("edited.mp4"));

        // The cut begins and ends within a second, while a text is seen: these two, and the sound.
        Path later = project("word 7").cut(Rational.of(3, 5), Rational.of(9)).in(folder);
        report = export(later, "later.mp4");
        assertWork(2, 8, report);
        assertTrue(report.at("/work/audioMs").asLong() > 0);
    }

    /// A layer put below all others moves every layer to another place of the file: what was stored
    /// about a layer is told of the right one.
    @Test
    void whatWasDecidedIsToldOfTheRightLayer() throws IOException {
        String tone = tone();
        TestProject plain = TestProject.canvas(320, 180).layer(tone);
        JsonNode before = export(plain.in(folder), "plain.mp4");
        TestProject shifted =
                TestProject.canvas(320, 180)
                        .layer(text("Late " + unique, Rational.of(5)))
                        .layer(tone);
        JsonNode after = export(shifted.in(folder), "shifted.mp4");
        assertWork(0, 1, after);
        assertEquals(0, after.at("/work/audioMs").asLong());
        assertEquals("/layers/0", resampledLayer(before));
        assertEquals("/layers/1", resampledLayer(after));
    }

    /// Sound that has to be resampled, which is a decision.
    private static String tone() {
        return "{\"type\": \"audio\", \"duration\": 1, \"src\": \"%s\"}"
                .formatted(Footage.lively("5", SECONDS));
    }

    private static String resampledLayer(JsonNode report) {
        for (JsonNode decision : report.path("decisions")) {
            if (decision.path("kind").asString().equals("audio-resampled")) {
                return decision.at("/facts/layer").asString();
            }
        }
        return "none: " + report.path("decisions");
    }

    private static void assertWork(int encoded, int reused, JsonNode report) {
        JsonNode work = report.path("work");
        assertEquals(encoded, work.path("chunksEncoded").asInt(), work::toString);
        assertEquals(reused, work.path("chunksReused").asInt(), work::toString);
    }

    private byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }

    /// Exports with the chunk store, unless told otherwise.
    private JsonNode export(Path project, String name, String... options) throws IOException {
        Path report = folder.resolve(name + ".json");
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "export",
                                project.toString(),
                                "-o",
                                folder.resolve(name).toString(),
                                "--report",
                                report.toString()));
        arguments.addAll(List.of("--resolution", "54x96", "--fps", "5", "--preset", "ultrafast"));
        arguments.addAll(List.of(options));
        Autoclipr.Result result = Autoclipr.run(arguments);
        assertEquals(0, result.exitCode(), result::err);
        return JsonMapper.shared().readTree(Files.readString(report));
    }
}
