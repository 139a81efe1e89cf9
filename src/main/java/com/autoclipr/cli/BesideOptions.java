package com.autoclipr.cli;

import com.autoclipr.export.job.ExportOrder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// What is written and shown besides the output of an export.
final class BesideOptions {
    @Option(names = "--report", paramLabel = "R.json", description = "Write what was done here.")
    private @Nullable Path report;

    @Option(
            names = "--progress",
            paramLabel = "json",
            description = "json: one JSON object a line on standard output.")
    private @Nullable ProgressForm progress;

    enum ProgressForm {
        JSON
    }

    /// How progress is shown; owned by the caller.
    ExportProgress progress(Console console) {
        if (progress == ProgressForm.JSON) {
            return new JsonProgress(console.out(), console.sentences());
        }
        return console.terminalColumns().isPresent()
                ? new TerminalProgress(console, console.terminalColumns().getAsInt())
                : new PlainProgress(console);
    }

    /// The files to write, checked before the work and not after it.
    ///
    /// @param before what an earlier export wrote; an option given now replaces it
    /// @param output the file to export
    ExportOrder.Beside files(CommandLine commandLine, ExportOrder.Beside before, Path output) {
        Path named = report;
        Optional<Path> reportFile = named == null ? before.report() : Optional.of(named);
        reportFile.ifPresent(
                file -> check(commandLine, "--report", file, output, BesideOptions::isReport));
        return new ExportOrder.Beside(reportFile, before.log(), before.metrics());
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

    /// Only a report is ever replaced by a report: a mistyped name must not cost a video.
    private static boolean isReport(Path file) {
        String start = start(file);
        return start.stripLeading().startsWith("{") && start.contains("\"engine\"");
    }

    /// The first characters of a file.
    private static String start(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(200), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
