package com.autoclipr.endtoend;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.testkit.Autoclipr;
import com.autoclipr.testkit.TestProject;
import com.autoclipr.testkit.media.Footage;
import com.autoclipr.time.Rational;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A controller that is killed leaves a journal that says so; resuming gives the same file as if
/// nothing had happened, and makes only what was missing.
@Tag("slow")
class ResumeTest {
    private static final int CHUNKS = 12;
    private static final int CHUNKS_BEFORE = 2;

    @TempDir private Path folder;
    private Path project = Path.of("");
    private Path output = Path.of("");

    @BeforeEach
    void newProject() throws IOException {
        project =
                TestProject.canvas(640, 360)
                        .cut(Rational.ZERO, Rational.of(CHUNKS))
                        .layer("video", Footage.lively("30", CHUNKS + 1))
                        .in(folder);
        output = folder.resolve("clip.mp4");
    }

    private ProcessBuilder command(String... arguments) {
        ProcessBuilder builder = Autoclipr.builder(List.of(arguments));
        builder.environment().put("AUTOCLIPR_CACHE", folder.resolve("cache").toString());
        return builder;
    }

    private record Ended(int exitCode, String out, String err) {}

    private Ended run(ProcessBuilder builder) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        assertTrue(process.waitFor(300, TimeUnit.SECONDS), "it goes on");
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private JsonNode listed() throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(run(command("exports", "--json")).out());
    }

    private void killInTheMiddle() throws IOException, InterruptedException {
        Process process =
                command(
                                "export",
                                project.toString(),
                                "-o",
                                output.toString(),
                                "--resolution",
                                "360x640",
                                "--workers",
                                "1",
                                "--report",
                                folder.resolve("r.json").toString(),
                                "--progress",
                                "json")
                        .redirectError(folder.resolve("killed.txt").toFile())
                        .start();
        List<ProcessHandle> workers;
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            int chunks = 0;
            for (String line = lines.readLine();
                    line != null && chunks < CHUNKS_BEFORE;
                    line = lines.readLine()) {
                chunks += line.contains("\"event\":\"chunk\"") ? 1 : 0;
            }
            workers = process.descendants().toList();
            process.toHandle().destroyForcibly();
        }
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        for (ProcessHandle worker : workers) {
            worker.onExit().orTimeout(20, TimeUnit.SECONDS).join();
        }
    }

    @Test
    void aKilledExportIsListedAndResumed() throws IOException, InterruptedException {
        killInTheMiddle();
        assertFalse(Files.exists(output));
        JsonNode killed = listed().path(0);
        assertEquals("interrupted", killed.path("state").asString());
        assertTrue(killed.path("chunksDone").asInt() >= CHUNKS_BEFORE, killed.toString());
        String id = killed.path("export").asString();

        ProcessBuilder resume =
                command(
                        "resume",
                        id.substring(id.length() - 5),
                        "--metrics",
                        folder.resolve("m.prom").toString());
        resume.environment()
                .put(
                        "AUTOCLIPR_WORKER_JAVA_OPTIONS",
                        "-XX:StartFlightRecording=filename=" + folder + "/flight-%p.jfr");
        Ended resumed = run(resume);
        assertEquals(0, resumed.exitCode(), resumed.err());
        assertFalse(resumed.err().contains("WARN"), resumed.err());

        JsonNode report = JsonMapper.shared().readTree(folder.resolve("r.json").toFile());
        assertTrue(report.path("work").path("chunksReused").asInt() >= CHUNKS_BEFORE);
        assertFalse(report.path("bottleneck").path("kind").asString("").isEmpty());
        JsonNode latest = listed().path(0);
        assertEquals("succeeded", latest.path("state").asString());
        assertEquals(id, latest.path("resumes").asString());
        assertArrayEquals(Files.readAllBytes(fromScratch()), Files.readAllBytes(output));

        String name = latest.path("export").asString();
        String log = Files.readString(folder.resolve("r.log"));
        assertTrue(log.contains(name + " worker=- chunk=11 events: encoded: frames 30,"), log);
        assertTrue(
                Files.readString(folder.resolve("m.prom"))
                        .contains("autoclipr_exports_total{kind=\"\",result=\"succeeded\"} 1.0"));
        flightRecording(name, report.path("work").path("chunksEncoded").asInt());

        JsonNode first = listed().path(2);
        assertEquals(id, first.path("export").asString());
        assertEquals("resumed", first.path("state").asString());
        assertEquals(name, first.path("resumedBy").asString());
        assertEquals("succeeded", first.path("resumedByState").asString());
        assertFalse(run(command("exports")).out().contains("Interrupted"));
        for (String either : List.of(id, name)) {
            Ended again = run(command("resume", either));
            assertEquals(2, again.exitCode());
            assertTrue(again.err().contains(name + " has already succeeded"), again.err());
        }
    }

    private Path fromScratch() throws IOException, InterruptedException {
        Path other = folder.resolve("other.mp4");
        Ended ended =
                run(
                        command(
                                "export",
                                project.toString(),
                                "-o",
                                other.toString(),
                                "--resolution",
                                "360x640",
                                "--no-cache"));
        assertEquals(0, ended.exitCode(), ended.err());
        return other;
    }

    /// Every chunk that was made is in the workers' recordings, with the export's name.
    private void flightRecording(String export, int made) throws IOException {
        Map<String, Set<Integer>> chunks =
                Map.of(
                        "com.autoclipr.Decode", new TreeSet<>(),
                        "com.autoclipr.Draw", new TreeSet<>(),
                        "com.autoclipr.Encode", new TreeSet<>(),
                        "com.autoclipr.Mux", new TreeSet<>());
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".jfr")).toList()) {
                for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
                    Set<Integer> seen = chunks.get(event.getEventType().getName());
                    if (seen != null) {
                        assertEquals(export, event.getString("export"));
                        assertEquals(30, event.getLong("frames"));
                        assertTrue(event.getLong("busyNs") > 0, event::toString);
                        seen.add(event.getInt("chunk"));
                    }
                }
            }
        }
        assertEquals(made, chunks.getOrDefault("com.autoclipr.Decode", Set.of()).size());
        assertEquals(made, chunks.getOrDefault("com.autoclipr.Draw", Set.of()).size());
        assertEquals(made, chunks.getOrDefault("com.autoclipr.Encode", Set.of()).size());
        assertEquals(CHUNKS, chunks.getOrDefault("com.autoclipr.Mux", Set.of()).size());
    }
}
