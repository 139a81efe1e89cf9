package com.autoclipr.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.api.Autoclipr;
import com.autoclipr.cli.progress.PlainProgress;
import com.autoclipr.cli.terminal.Console;
import com.autoclipr.cli.terminal.ExitCode;
import com.autoclipr.export.Engine;
import com.autoclipr.export.ExportRequest;
import com.autoclipr.export.job.ExportOrder;
import com.autoclipr.export.journal.ExportHistory;
import com.autoclipr.export.prepare.FileAccess;
import com.autoclipr.export.store.FolderChunkStore;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.files.SystemFiles;
import com.autoclipr.logs.LogForm;
import com.autoclipr.messages.Sentences;
import com.autoclipr.testkit.TestProject;
import com.autoclipr.time.Rational;
import com.autoclipr.worker.supervisor.Machine;
import com.autoclipr.worker.supervisor.WorkerSettings;
import com.autoclipr.worker.supervisor.WorkerTimeouts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// There is a report however an export ends, and one that cannot be written hides nothing.
class UnfinishedReportFileTest {
    @TempDir private Path folder;
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path project = Path.of("");
    private Path report = Path.of("");

    @BeforeEach
    void newProject() {
        project = TestProject.canvas(640, 360).cut(Rational.ZERO, Rational.ONE).in(folder);
        report = folder.resolve("r.json");
    }

    private int launch(Path projectFile) throws InterruptedException {
        PrintStream told = new PrintStream(err, true, StandardCharsets.UTF_8);
        Console console =
                new Console(told, told, Sentences.in(Locale.ENGLISH), OptionalInt.empty());
        Autoclipr autoclipr =
                new Autoclipr(
                        new Engine(
                                "test engine",
                                new WorkerSettings(
                                        List.of("no such program"),
                                        folder.resolve("natives"),
                                        1L << 30,
                                        WorkerTimeouts.DEFAULT),
                                new Machine(8L << 30, 2),
                                new FolderChunkStore(
                                        folder.resolve("chunks"), 1L << 30, new SystemFiles()),
                                new ExportHistory(folder.resolve("exports"))),
                        1);
        ExportRequest request =
                new ExportRequest(
                        projectFile,
                        FileAccess.everywhere(),
                        ExportRequest.Overrides.NONE,
                        folder.resolve("out.mp4"),
                        false,
                        1,
                        true,
                        new ExportOrder.SideOutputs(
                                Optional.of(report), Optional.empty(), Optional.empty()),
                        Optional.empty());
        try (autoclipr) {
            return new ExportLaunch(autoclipr, console, LogForm.TEXT)
                    .run(request, new PlainProgress(console));
        }
    }

    private FailureKind failureOf(Path projectFile) {
        return assertThrows(FailureException.class, () -> launch(projectFile)).failure().kind();
    }

    private JsonNode written() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(report));
    }

    @Test
    void itSaysWhyAndHowFar() throws IOException {
        assertEquals(FailureKind.WORKER_DIED, failureOf(project));
        JsonNode said = written();
        assertEquals(2, said.path("version").asInt());
        assertEquals("failed", said.path("status").asString());
        assertEquals("test engine", said.path("engine").asString());
        assertEquals("preparing", said.path("stage").asString());
        assertEquals(folder.resolve("out.mp4").toString(), said.path("destination").asString());
        assertEquals("worker-died", said.path("failure").path("kind").asString());
        assertEquals("internal", said.path("failure").path("fault").asString());
        assertEquals(5, said.path("failure").path("exitCode").asInt());
        assertTrue(
                said.path("failure")
                        .path("sentence")
                        .asString()
                        .startsWith("A worker process ended"),
                said::toString);
        assertTrue(said.path("stageMs").has("preparing"), said::toString);
        assertTrue(said.path("controller").path("cpuMs").asLong() > 0, said::toString);
    }

    @Test
    void anInvalidProjectIsReportedWithAllItsProblems() throws Exception {
        Files.writeString(project, "{\"version\": 1, \"extra\": 2}");
        assertEquals(ExitCode.WRONG_USE, launch(project));
        JsonNode failure = written().path("failure");
        assertEquals("project-invalid", failure.path("kind").asString());
        assertEquals(ExitCode.WRONG_USE, failure.path("exitCode").asInt());
        assertEquals(4, failure.path("problems").size());
        assertEquals("/extra", failure.path("problems").path(3).path("pointer").asString());
        assertEquals(
                "There is no field “extra” here.",
                failure.path("problems").path(3).path("sentence").asString());
        assertEquals("queued", written().path("stage").asString());
    }

    @Test
    void aMissingProjectIsReportedToo() throws IOException {
        assertEquals(FailureKind.FILE_MISSING, failureOf(folder.resolve("none.json")));
        assertEquals("file-missing", written().path("failure").path("kind").asString());
    }

    /// A finished one's, of another day, would be taken for this one's.
    @Test
    void itReplacesTheReportOfBefore() throws IOException {
        Files.writeString(report, "{\"engine\": \"x\", \"status\": \"done\"}");
        failureOf(project);
        assertEquals("failed", written().path("status").asString());
        assertTrue(Files.readString(report).substring(0, 200).contains("\"engine\""));
    }

    @Test
    void oneThatCannotBeWrittenHidesNothing() throws IOException {
        report = folder.resolve("gone").resolve("r.json");
        assertEquals(FailureKind.WORKER_DIED, failureOf(project));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("The report was not written: "));
        report = Files.createDirectory(folder.resolve("folder.json"));
        assertEquals(FailureKind.WORKER_DIED, failureOf(project));
        try (Stream<Path> files = Files.list(folder)) {
            assertFalse(
                    files.anyMatch(file -> file.getFileName().toString().startsWith(".folder")));
        }
    }
}
