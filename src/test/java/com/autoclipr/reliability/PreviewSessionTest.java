package com.autoclipr.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.composition.Canvas;
import com.autoclipr.composition.Project;
import com.autoclipr.composition.ProjectReader;
import com.autoclipr.composition.json.Problem;
import com.autoclipr.export.ExportController;
import com.autoclipr.export.PreviewSession;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.time.Rational;
import com.autoclipr.time.TimeRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A session draws what a fresh one would, and does not look at sources again that are as they
/// were.
@Tag("slow")
@Timeout(120)
class PreviewSessionTest {
    private static final Rational TIME = Rational.of(1);

    @TempDir private Path folder;
    private FaultyExport export;

    @BeforeEach
    void newExport() {
        export = new FaultyExport(folder);
    }

    private PreviewSession.Options options() {
        return new PreviewSession.Options(export.request().access(), export.request().overrides());
    }

    private byte[] frame(PreviewSession session) throws IOException, InterruptedException {
        Path png = folder.resolve("frame.png");
        session.draw(TIME, png);
        return Files.readAllBytes(png);
    }

    private Project project() throws IOException {
        return ProjectReader.read(Files.readAllBytes(export.request().projectFile()))
                .project()
                .orElseThrow();
    }

    private static Project startingAt(Project project, Rational start) {
        return new Project(
                project.canvas(),
                project.overlay(),
                new TimeRange(start, project.cut().end()),
                project.layers(),
                project.fonts(),
                project.output());
    }

    private static Project withoutLayers(Project project) {
        return new Project(
                project.canvas(),
                project.overlay(),
                project.cut(),
                List.of(),
                project.fonts(),
                project.output());
    }

    @Test
    void anEditedProjectCostsNoSurveyOfUnchangedSources() throws IOException, InterruptedException {
        try (ExportController controller = export.controller(1);
                PreviewSession session = controller.preview(options())) {
            assertEquals(List.of(), session.open(export.request().projectFile()));
            byte[] first = frame(session);

            // A worker that is asked for a probe, or started anew, dies.
            export.meets("probe.kill", "describe.kill");
            assertEquals(List.of(), session.change(withoutLayers(project()), folder));
            byte[] empty = frame(session);
            assertNotEquals(-1, Arrays.mismatch(first, empty), "the change shows");
            assertEquals(
                    List.of(), session.change(startingAt(project(), Rational.of(1, 10)), folder));
            frame(session);
            assertEquals(List.of(), session.change(project(), folder));
            assertEquals(-1, Arrays.mismatch(first, frame(session)));
            assertEquals(2, export.left().size(), "a source was looked at again");

            Path source = Path.of(project().layers().getFirst().source().orElseThrow());
            FileTime before = Files.getLastModifiedTime(source);
            try {
                Files.setLastModifiedTime(source, FileTime.fromMillis(before.toMillis() - 10_000));
                assertEquals(-1, Arrays.mismatch(first, frame(session)));
            } finally {
                Files.setLastModifiedTime(source, before);
            }
            assertEquals(1, export.left().size(), "a changed source was not looked at");
        }
    }

    @Test
    void whatIsWrongIsToldAndTheProjectBeforeStays() throws IOException, InterruptedException {
        try (ExportController controller = export.controller(1);
                PreviewSession session = controller.preview(options())) {
            assertThrows(IllegalStateException.class, () -> frame(session));
            session.open(export.request().projectFile());
            byte[] first = frame(session);
            Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
            Project project = project();
            Project wrong =
                    new Project(
                            new Canvas(640, 0, project.canvas().background()),
                            project.overlay(),
                            project.cut(),
                            project.layers(),
                            project.fonts(),
                            project.output());
            List<Problem> problems = session.change(wrong, elsewhere);
            assertFalse(problems.isEmpty());
            assertTrue(
                    problems.stream()
                            .anyMatch(problem -> problem.pointer().equals("/canvas/height")),
                    problems::toString);
            assertEquals(-1, Arrays.mismatch(first, frame(session)));
        }
    }

    /// The only worker goes to the export, and comes back for the next frame.
    @Test
    void anExportThatWaitsGetsTheWorkerOfASessionThatDoesNot()
            throws IOException, InterruptedException {
        try (ExportController controller = export.controller(1);
                PreviewSession session = controller.preview(options())) {
            session.open(export.request().projectFile());
            byte[] first = frame(session);
            FaultyExport.finished(controller.start(export.request(), _ -> {}));
            export.meets("probe.kill");
            assertEquals(-1, Arrays.mismatch(first, frame(session)));
            assertEquals(1, export.left().size(), "what the session knew was lost");
        }
    }

    @Test
    void aWorkerThatDiesIsReplaced() throws IOException, InterruptedException {
        try (ExportController controller = export.controller(1);
                PreviewSession session = controller.preview(options())) {
            session.open(export.request().projectFile());
            byte[] first = frame(session);
            session.change(startingAt(project(), Rational.of(1, 10)), folder);
            export.meets("picture@1.segv");
            session.change(project(), folder);
            assertEquals(-1, Arrays.mismatch(first, frame(session)));
            assertEquals(List.of(), export.left());
        }
    }

    @Test
    void closingTheControllerEndsASession() throws IOException, InterruptedException {
        PreviewSession session;
        try (ExportController controller = export.controller(1)) {
            session = controller.preview(options());
            session.open(export.request().projectFile());
            frame(session);
        }
        assertEquals(
                FailureKind.CANCELLED,
                assertThrows(FailureException.class, () -> frame(session)).failure().kind());
        session.close();
        assertFalse(ProcessHandle.current().descendants().anyMatch(export::isItsWorker));
    }
}
