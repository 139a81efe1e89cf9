package com.autoclipr.cli;

import com.autoclipr.cli.progress.ExportProgress;
import com.autoclipr.cli.progress.JsonProgress;
import com.autoclipr.cli.progress.PlainProgress;
import com.autoclipr.cli.progress.TerminalProgress;
import com.autoclipr.cli.terminal.Console;
import com.autoclipr.export.job.ExportOrder;
import com.autoclipr.logs.LogFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Options for side outputs of an export and its progress.
final class SideOutputOptions {
    private static final Pattern LOG_START =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T|\\{\"timestamp\":");

    @Option(names = "--report", paramLabel = "R.json", description = "Write what was done here.")
    private @Nullable Path report;

    @Option(
            names = "--log",
            paramLabel = "FILE",
            description =
                    "Write what happens here; beside the report, or kept with the export's journal.")
    private @Nullable Path log;

    @Option(
            names = "--metrics",
            paramLabel = "FILE",
            description = "Write figures here, in Prometheus' text form, every few seconds.")
    private @Nullable Path metrics;

    @Option(
            names = "--progress",
            paramLabel = "json",
            description = "json: one JSON object a line on standard output.")
    private @Nullable ProgressForm progress;

    enum ProgressForm {
        JSON
    }

    /// The progress display; owned by the caller.
    ExportProgress progress(Console console) {
        if (progress == ProgressForm.JSON) {
            return new JsonProgress(console.out(), console.sentences());
        }
        return console.terminalColumns().isPresent()
                ? new TerminalProgress(console, console.terminalColumns().getAsInt())
                : new PlainProgress(console);
    }

    /// The files to write, checked before the export begins.
    ///
    /// @param before side outputs of an earlier export, overridden by options
    /// @param output the file to export
    ExportOrder.SideOutputs files(
            CommandLine commandLine, ExportOrder.SideOutputs before, Path output) {
        Path named = report;
        Optional<Path> reportFile = named == null ? before.report() : Optional.of(named);
        reportFile.ifPresent(
                file -> check(commandLine, "--report", file, output, SideOutputOptions::isReport));
        Path logNamed = log;
        Optional<Path> logFile =
                logNamed != null
                        ? Optional.of(logNamed)
                        : before.log().or(() -> reportFile.map(SideOutputOptions::logBeside));
        logFile.ifPresent(
                file -> {
                    check(commandLine, "--log", file, output, SideOutputOptions::isLog);
                    // The earlier log is deleted when the new one is started.
                    check(
                            commandLine,
                            "--log",
                            LogFile.older(file),
                            output,
                            SideOutputOptions::isLog);
                });
        Path metricsNamed = metrics;
        Optional<Path> metricsFile =
                metricsNamed == null ? before.metrics() : Optional.of(metricsNamed);
        metricsFile.ifPresent(
                file ->
                        check(
                                commandLine,
                                "--metrics",
                                file,
                                output,
                                SideOutputOptions::isMetrics));
        return new ExportOrder.SideOutputs(reportFile, logFile, metricsFile);
    }

    /// The log of `R.json` is `R.log`.
    private static Path logBeside(Path reportFile) {
        String name = String.valueOf(reportFile.getFileName());
        String stem = name.endsWith(".json") ? name.substring(0, name.length() - 5) : name;
        return reportFile.resolveSibling(stem + ".log");
    }

    private static void check(
            CommandLine commandLine,
            String option,
            Path file,
            Path output,
            Predicate<Path> mayBeReplaced) {
        Path whole = file.toAbsolutePath().normalize();
        Path folder = whole.getParent();
        if (whole.equals(output.toAbsolutePath().normalize())) {
            throw new CommandLine.ParameterException(
                    commandLine, option + " and --output name the same file: " + file);
        }
        if (Files.exists(whole) && !Files.isRegularFile(whole)) {
            throw new CommandLine.ParameterException(
                    commandLine,
                    option + ": this is no file, and would be replaced by one: " + file);
        }
        if (Files.exists(whole) && !mayBeReplaced.test(whole)) {
            throw new CommandLine.ParameterException(
                    commandLine,
                    option + ": this file exists and is no " + option.substring(2) + ": " + file);
        }
        if (folder == null || !Files.isWritable(folder)) {
            throw new CommandLine.ParameterException(
                    commandLine, option + ": no file can be written there: " + file);
        }
    }

    /// A report replaces only a report: a mistyped name must not overwrite a video.
    private static boolean isReport(Path file) {
        return start(file)
                .filter(start -> start.stripLeading().startsWith("{"))
                .filter(start -> start.contains("\"engine\""))
                .isPresent();
    }

    private static boolean isLog(Path file) {
        return start(file)
                .filter(start -> LOG_START.matcher(start).lookingAt() || start.isEmpty())
                .isPresent();
    }

    private static boolean isMetrics(Path file) {
        return start(file)
                .filter(start -> start.startsWith("# HELP ") || start.isEmpty())
                .isPresent();
    }

    /// The first characters of a file; empty if it cannot be read.
    private static Optional<String> start(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(new String(in.readNBytes(200), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
