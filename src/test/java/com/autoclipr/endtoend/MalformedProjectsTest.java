package com.autoclipr.endtoend;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.endtoend.MalformedProjects.Malformed;
import com.autoclipr.testkit.Autoclipr;
import com.autoclipr.testkit.media.NumberedVideo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// An invalid project exits with 2, reports where it is wrong, and writes nothing.
@Tag("slow")
class MalformedProjectsTest {
    @TempDir private Path folder;
    private Path root = Path.of("");
    private Path out = Path.of("");

    @BeforeEach
    void lay() throws IOException {
        Path clip = NumberedVideo.at("25", 30).file();
        root = Files.createDirectory(folder.resolve("root"));
        out = Files.createDirectory(folder.resolve("out"));
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.copy(clip, root.resolve("clip.mp4"));
        Files.copy(clip, outside.resolve("clip.mp4"));
        Files.createSymbolicLink(root.resolve("link.mp4"), outside.resolve("clip.mp4"));
        Files.createSymbolicLink(root.resolve("linked"), outside);
    }

    @Test
    void theGoodOneIsGoodAndThereAreFiftyOthers() throws IOException {
        Autoclipr.Result result = run(MalformedProjects.GOOD);
        assertEquals(0, result.exitCode(), result::err);
        assertTrue(Files.exists(out.resolve("clip.mp4")));
        assertTrue(MalformedProjects.all().size() >= 50);
    }

    @TestFactory
    Stream<DynamicTest> eachIsRefused() {
        return MalformedProjects.all().entrySet().stream()
                .map(
                        each ->
                                DynamicTest.dynamicTest(
                                        each.getKey(), () -> assertRefused(each.getValue())));
    }

    private void assertRefused(Malformed malformed) throws IOException {
        Set<Path> before = everything();
        Autoclipr.Result result = run(malformed.json());
        String told = result.err();
        assertAll(
                () -> assertEquals(2, result.exitCode(), told),
                () -> assertTrue(told.contains(malformed.pointer()), told),
                () -> assertFalse(told.isBlank(), "nothing is told"),
                () -> assertFalse(told.contains("\tat ") || told.contains("Exception"), told),
                () -> assertTrue(told.length() < 20_000, "told at length: " + told.length()),
                () -> assertEquals(before, everything()));
    }

    private Autoclipr.Result run(String json) throws IOException {
        Path project = Files.writeString(root.resolve("project.json"), json);
        return Autoclipr.run(
                List.of(
                        "export",
                        project.toString(),
                        "-o",
                        out.resolve("clip.mp4").toString(),
                        "--media-root",
                        root.toString(),
                        "--resolution",
                        "90x160",
                        "--no-cache"));
    }

    private Set<Path> everything() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            TreeSet<Path> all = new TreeSet<>(files.toList());
            all.remove(root.resolve("project.json"));
            return all;
        }
    }
}
