package com.autoclipr.export.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.autoclipr.composition.json.ProblemKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.testkit.TestProject;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Opening a pipe blocks until a writer appears, so it is refused before that.
@EnabledOnOs({OS.LINUX, OS.MAC})
class ProjectFilesTest {
    @TempDir private Path folder;

    private Path pipe(String name) throws IOException, InterruptedException {
        Path pipe = folder.resolve(name);
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        return pipe;
    }

    /// In a thread that may hang without holding up the tests.
    private static <T> T atOnce(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, task -> Thread.ofPlatform().daemon().start(task))
                .orTimeout(10, TimeUnit.SECONDS)
                .join();
    }

    private static ProjectFiles.Loaded load(Path project) {
        return ProjectFiles.load(project, FileAccess.everywhere());
    }

    private static Failure refusal(Path project) {
        return atOnce(() -> assertThrows(FailureException.class, () -> load(project)).failure());
    }

    private static void assertRefused(String detail, Path project) {
        Failure failure = refusal(project);
        assertEquals(FailureKind.FILE_MISSING, failure.kind());
        assertEquals(detail, failure.fact(Fact.DETAIL), project.toString());
        assertEquals(project.toString(), failure.fact(Fact.FILE));
    }

    @Test
    void aProjectIsAFile() throws IOException, InterruptedException {
        Path pipe = pipe("p.json");
        assertRefused("not-a-file", pipe);
        assertRefused("not-a-file", Files.createSymbolicLink(folder.resolve("link.json"), pipe));
        assertRefused("folder", folder);
        assertRefused("not-a-file", Path.of("/dev/null"));
        assertEquals(FailureKind.FILE_MISSING, refusal(Path.of("-")).kind());
        Path socket = folder.resolve("socket");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            assertRefused("not-a-file", socket);
        }
    }

    @Test
    void soAreTheFilesThatItNames() throws IOException, InterruptedException {
        Path media = pipe("film.mp4");
        Path project = TestProject.canvas(16, 16).layer("video", media).in(folder);
        String text = Files.readString(project);
        Files.writeString(
                project,
                text.replaceFirst(
                        "\"layers\"",
                        "\"fonts\": [{\"family\": \"F\", \"src\": \""
                                + media
                                + "\"}], \"layers\""));
        ProjectFiles.Loaded loaded = atOnce(() -> load(project));
        assertEquals(
                List.of(ProblemKind.FILE_NOT_REGULAR, ProblemKind.FILE_NOT_REGULAR),
                assertInstanceOf(ProjectFiles.Loaded.Invalid.class, loaded).problems().stream()
                        .map(problem -> problem.kind())
                        .toList());
    }

    /// The project of an earlier export may be a pipe now.
    @Test
    void onlyFilesAreDigested() throws IOException, InterruptedException {
        Path pipe = pipe("was-a-project.json");
        assertEquals(
                "not-a-file",
                atOnce(
                                () ->
                                        assertThrows(
                                                        FailureException.class,
                                                        () -> FileDigest.sha256(pipe, () -> {}))
                                                .failure())
                        .fact(Fact.DETAIL));
    }
}
