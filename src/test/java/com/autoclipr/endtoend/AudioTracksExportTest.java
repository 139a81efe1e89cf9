package com.autoclipr.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.testkit.AudioReader;
import com.autoclipr.testkit.Autoclipr;
import com.autoclipr.testkit.Programs;
import com.autoclipr.testkit.media.ToneChannels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What is heard in the exported file is the track that the project names, to its end.
class AudioTracksExportTest {
    private static final int RATE = AudioReader.SAMPLE_RATE_HZ;

    @TempDir private Path folder;

    @Test
    void aLanguageIsHeardToItsEndAndASilentDefaultIsTold() throws IOException {
        file("film.mkv", "anullsrc=r=48000:d=1", tone(0, 2), tone(1, 2));
        file("talk.mp4", tone(2, 1), tone(3, 2), tone(4, 1));
        Path project =
                project(
                        "{\"type\": \"audio\", \"src\": \"film.mkv\", \"duration\": 2}",
                        "{\"type\": \"audio\", \"src\": \"talk.mp4\", \"audioTrack\": \"fr\"}");
        Autoclipr.Export export = Autoclipr.export(project, folder);
        float[] sound = AudioReader.channel(export.file(), 0);
        for (int start : new int[] {RATE / 4, RATE * 5 / 4}) {
            double[] levels =
                    ToneChannels.levels(
                            java.util.Arrays.copyOfRange(sound, start, start + RATE / 2), 5);
            for (int i = 0; i < levels.length; i++) {
                assertEquals(i == 3 ? 1 : 0, levels[i], 0.05, "tone " + i + " from " + start);
            }
        }
        JsonNode silent = decision(export.report(), "audio-track-silent");
        assertEquals("/layers/0", silent.path("layer").asString());
        assertEquals("1 (fra, mono)", silent.path("audibleTrack").asString());
    }

    @Test
    void allTracksAreMixedAtFullLevel() throws IOException {
        file("talk.mkv", tone(0, 2), tone(1, 2));
        Path project =
                project(
                        "{\"type\": \"audio\", \"src\": \"talk.mkv\", \"volume\": 0.5,"
                                + " \"audioTrack\": \"all\"}");
        Autoclipr.Export export = Autoclipr.export(project, folder);
        double[] levels =
                ToneChannels.levels(
                        java.util.Arrays.copyOf(AudioReader.channel(export.file(), 1), 2 * RATE),
                        2);
        assertEquals(0.5, levels[0], 0.02);
        assertEquals(0.5, levels[1], 0.02);
        assertTrue(!export.decisions().contains("stream-selected"), "nothing was chosen");
    }

    @Test
    void aTrackThatIsNotThereIsRefusedWithThoseThatAre() throws IOException {
        file("talk.mp4", tone(0, 1), tone(1, 1));
        Path project =
                project("{\"type\": \"audio\", \"src\": \"talk.mp4\", \"audioTrack\": \"de\"}");
        Path out = folder.resolve("out.mp4");
        Autoclipr.Result result =
                Autoclipr.run(List.of("export", project.toString(), "-o", out.toString()));
        assertEquals(2, result.exitCode());
        assertTrue(result.err().contains("audio-track-missing"), result.err());
        assertTrue(result.err().contains("0 (eng, mono), 1 (fra, mono)"), result.err());
        assertTrue(result.err().contains("/layers/0/audioTrack"), result.err());
        assertTrue(Files.notExists(out));
    }

    private static JsonNode decision(JsonNode report, String kind) {
        for (JsonNode decision : report.path("decisions")) {
            if (decision.path("kind").asString().equals(kind)) {
                return decision.path("facts");
            }
        }
        throw new AssertionError("no decision " + kind + " in " + report.path("decisions"));
    }

    /// A file with a track for each filter; the first is in English, the second in French.
    private void file(String name, String... filters) {
        List<String> arguments = new ArrayList<>();
        for (String filter : filters) {
            arguments.addAll(List.of("-f", "lavfi", "-i", filter));
        }
        for (int i = 0; i < filters.length; i++) {
            arguments.addAll(List.of("-map", Integer.toString(i)));
        }
        arguments.addAll(List.of("-c:a", "aac", "-metadata:s:a:0", "language=eng"));
        arguments.addAll(List.of("-metadata:s:a:1", "language=fra"));
        arguments.add(folder.resolve(name).toString());
        Programs.ffmpeg(arguments);
    }

    private static String tone(int number, int seconds) {
        return "sine=frequency="
                + (int) ToneChannels.hertz(number)
                + ":r=48000:d="
                + seconds
                + ",volume=4";
    }

    private Path project(String... layers) throws IOException {
        Path file = folder.resolve("project.json");
        Files.writeString(
                file,
                """
                { "version": 1, "canvas": { "width": 64, "height": 64 },
                  "overlay": { "aspectRatio": "free", "width": 64, "height": 64 },
                  "cut": { "end": 2 }, "layers": [ %s ],
                  "output": { "width": 64, "height": 64, "fps": 10, "preset": "ultrafast" } }
                """
                        .formatted(String.join(", ", layers)));
        return file;
    }
}
