package com.autoclipr.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs the program under test as users do: as a separate process, with arguments.
public final class Autoclipr {
    private static final long TIMEOUT_SECONDS = 540;

    /// What a run left.
    ///
    /// @param exitCode of the process
    /// @param out standard output
    /// @param err standard error
    public record Result(int exitCode, String out, String err) {}

    /// A finished export.
    ///
    /// @param file the MP4
    /// @param report its report
    public record Export(Path file, JsonNode report) {
        /// Kinds of the decisions that the report lists.
        public List<String> decisions() {
            List<String> kinds = new ArrayList<>();
            report.path("decisions")
                    .forEach(decision -> kinds.add(decision.path("kind").asString()));
            return kinds;
        }

        /// Most memory that one worker used, bytes.
        public long peakWorkerBytes() {
            long peak = 0;
            for (JsonNode worker : report.path("workers")) {
                peak = Math.max(peak, worker.path("peakMemoryBytes").asLong());
            }
            return peak;
        }
    }

    private Autoclipr() {}

    /// Exports a project to a new file in `folder`, without the chunk store.
    ///
    /// @param options of the command, besides
    /// @throws AssertionError if it does not end with 0
    public static Export export(Path project, Path folder, String... options) {
        try {
            Path file = Files.createTempDirectory(folder, "export").resolve("out.mp4");
            Path report = file.resolveSibling("report.json");
            List<String> arguments =
                    new ArrayList<>(
                            List.of(
                                    "export",
                                    project.toString(),
                                    "-o",
                                    file.toString(),
                                    "--report",
                                    report.toString(),
                                    "--no-cache"));
            arguments.addAll(Arrays.asList(options));
            Result result = run(arguments);
            if (result.exitCode != 0) {
                throw new AssertionError(
                        "autoclipr "
                                + arguments
                                + " ended with "
                                + result.exitCode
                                + "\n"
                                + result.err
                                + result.out
                                + "\n"
                                + Files.readString(project));
            }
            return new Export(file, JsonMapper.shared().readTree(Files.readString(report)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Runs a command to its end.
    public static Result run(String... arguments) {
        return run(List.of(arguments));
    }

    /// Runs a command to its end.
    ///
    /// @throws AssertionError if it does not end
    public static Result run(List<String> arguments) {
        return run(Map.of(), arguments);
    }

    /// Runs a command to its end, with these variables in its environment.
    ///
    /// @throws AssertionError if it does not end
    public static Result run(Map<String, String> variables, List<String> arguments) {
        Path out = null;
        Path err = null;
        try {
            out = Files.createTempFile(TestFolder.path(), "out", ".txt");
            err = Files.createTempFile(TestFolder.path(), "err", ".txt");
            ProcessBuilder builder = builder(arguments);
            builder.environment().putAll(variables);
            Process process =
                    builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError("autoclipr " + arguments + " did not end: " + text(err));
            }
            return new Result(process.exitValue(), text(out), text(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            delete(out);
            delete(err);
        }
    }

    /// A command that is not started yet. Its caches are in the test folder.
    public static ProcessBuilder builder(List<String> arguments) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                // Tests start hundreds of short ones.
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-Duser.language=en",
                                "-Djava.awt.headless=true",
                                "-Djdk.reflect.useNativeAccessorOnly=true",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "com.autoclipr.Main"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("AUTOCLIPR_CACHE", TestFolder.path().resolve("cache").toString());
        return builder;
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    private static void delete(@org.jspecify.annotations.Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
