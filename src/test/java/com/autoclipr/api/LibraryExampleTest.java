package com.autoclipr.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.testkit.TestFolder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The example in the documentation of the library compiles, and does what it says.
@Tag("slow")
class LibraryExampleTest {
    private static final Path DOCUMENTATION =
            Path.of("src/main/java/com/autoclipr/api/package-info.java");
    private static final String COMMENT = "///";
    private static final int MOST_LINES = 20;

    @TempDir private Path folder;

    private static String example() throws IOException {
        return Files.readAllLines(DOCUMENTATION).stream()
                .dropWhile(line -> !line.equals(COMMENT + " ```java"))
                .skip(1)
                .takeWhile(line -> !line.equals(COMMENT + " ```"))
                .map(line -> line.substring(COMMENT.length()).replaceFirst(" ", ""))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void theExampleInItsDocumentationRuns()
            throws IOException, InterruptedException, NoSuchAlgorithmException {
        String example = example();
        assertTrue(
                example.lines().filter(line -> !line.startsWith("import")).count()
                        <= MOST_LINES + 4,
                "no longer about twenty lines");
        Path source = Files.writeString(folder.resolve("Example.java"), example);
        int compiled =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                null,
                                null,
                                "-proc:none",
                                "-Werror",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-d",
                                folder.toString(),
                                source.toString());
        assertEquals(0, compiled);
        Files.createSymbolicLink(folder.resolve("examples"), Path.of("examples").toAbsolutePath());
        List<String> said = run();
        Path clip = folder.resolve("clip.mp4");
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(clip));
        assertEquals(HexFormat.of().formatHex(digest), said.getLast());
        assertTrue(said.getFirst().contains("VideoFacts"), said::toString);
        assertTrue(Files.size(folder.resolve("frame.png")) > 10_000);
    }

    private List<String> run() throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        folder + File.pathSeparator + absoluteClassPath(),
                        "Example");
        builder.environment().put("AUTOCLIPR_CACHE", TestFolder.path().resolve("api").toString());
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process process =
                builder.directory(folder.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
        try {
            assertTrue(process.waitFor(300, TimeUnit.SECONDS), "it does not end");
        } finally {
            process.destroyForcibly();
        }
        assertEquals(0, process.exitValue(), Files.readString(err));
        return Files.readAllLines(out);
    }

    private static String absoluteClassPath() {
        return Optional.of(System.getProperty("java.class.path")).stream()
                .flatMap(path -> List.of(path.split(File.pathSeparator)).stream())
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
