package com.autoclipr.cli;

import com.autoclipr.composition.Output;
import com.autoclipr.export.ExportController;
import com.autoclipr.export.ExportOutcome;
import com.autoclipr.export.ExportReport;
import com.autoclipr.export.ExportRequest;
import com.autoclipr.failure.FailureException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `export PROJECT.json -o OUT.mp4`.
@Command(
        mixinStandardHelpOptions = true,
        description = "Exports the project as an MP4.",
        sortOptions = false)
final class ExportCommand implements Callable<Integer> {
    private final ExportController controller;
    private final Console console;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;
    @Mixin private ProjectOptions options = new ProjectOptions();
    @Mixin private PictureOptions picture = new PictureOptions();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT.mp4",
            required = true,
            description = "The file to write.")
    private Path output = Path.of("");

    @Option(names = "--overwrite", description = "Replace OUT.mp4 if it exists.")
    private boolean overwrite;

    @Option(
            names = "--crf",
            paramLabel = "N",
            description = "Quality, 0 (best) to 51; the project's, or 23.")
    private @Nullable Integer crf;

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description = "libx264's preset, ultrafast to placebo; the project's, or medium.")
    private @Nullable String preset;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Worker processes, 1 to 64; as many as there are processors.")
    private int workers = Math.min(MOST_WORKERS, Runtime.getRuntime().availableProcessors());

    @Option(names = "--report", paramLabel = "R.json", description = "Write what was done here.")
    private @Nullable Path report;

    @Option(
            names = "--progress",
            paramLabel = "json",
            description = "json: one JSON object a line on standard output.")
    private @Nullable ProgressForm progress;

    @Option(
            names = "--no-cache",
            description = "Take no chunk from the chunk store and keep none in it.")
    private boolean noCache;

    private static final int MOST_WORKERS = 64;

    enum ProgressForm {
        JSON
    }

    ExportCommand(ExportController controller, Console console) {
        this.controller = controller;
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (workers < 1 || workers > MOST_WORKERS) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--workers must be from 1 to 64, was " + workers);
        }
        checkReport();
        ExportRequest request =
                new ExportRequest(
                        options.project,
                        options.access(spec.commandLine()),
                        picture.overrides(checkedCrf(), checkedPreset()),
                        output,
                        overwrite,
                        workers,
                        !noCache);
        try (ExportProgress shown = shown()) {
            try {
                return switch (controller.export(request, shown)) {
                    case ExportOutcome.Rejected<ExportReport> rejected -> {
                        if (shown instanceof JsonProgress json) {
                            json.invalid(rejected.problems(), console.sentences());
                        }
                        yield console.tell(rejected.problems());
                    }
                    case ExportOutcome.Done<ExportReport> done -> finished(done.value(), shown);
                };
            } catch (FailureException e) {
                if (shown instanceof JsonProgress json) {
                    json.failed(e.failure());
                }
                throw e;
            }
        }
    }

    private int finished(ExportReport result, ExportProgress shown) {
        Path file = report;
        if (file != null) {
            JsonFile.write(file, result);
        }
        shown.close();
        if (!(shown instanceof JsonProgress)) {
            console.tellWhatIsSeen(
                    result.decisions().stream().map(ExportReport.Decided::decision).toList());
            ExportReport.OutputFile made = result.output();
            console.out()
                    .println(
                            console.sentences()
                                    .text(
                                            "ui.exported",
                                            "file",
                                            output.toString(),
                                            "width",
                                            Integer.toString(made.width()),
                                            "height",
                                            Integer.toString(made.height()),
                                            "fps",
                                            made.fps(),
                                            "frames",
                                            Long.toString(made.frames()),
                                            "mib",
                                            String.format(
                                                    Locale.ROOT,
                                                    "%.1f",
                                                    made.bytes() / 1048576.0)));
        }
        return ExitCode.DONE;
    }

    private ExportProgress shown() {
        if (progress == ProgressForm.JSON) {
            return new JsonProgress(console.out());
        }
        return console.terminalColumns().isPresent()
                ? new TerminalProgress(console, console.terminalColumns().getAsInt())
                : new PlainProgress(console);
    }

    /// Before the work, not after it.
    private void checkReport() {
        Path file = report;
        if (file == null) {
            return;
        }
        Path whole = file.toAbsolutePath().normalize();
        Path folder = whole.getParent();
        if (whole.equals(output.toAbsolutePath().normalize())) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--report and --output name the same file: " + file);
        }
        if (Files.exists(whole) && !isReport(whole)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--report: this file exists and is no report: " + file);
        }
        if (folder == null || !Files.isWritable(folder)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--report: no file can be written there: " + file);
        }
    }

    /// Only a report is ever replaced by a report: a mistyped name must not cost a video.
    private static boolean isReport(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(200), StandardCharsets.UTF_8);
            return start.stripLeading().startsWith("{") && start.contains("\"engine\"");
        } catch (IOException e) {
            return false;
        }
    }

    private @Nullable Integer checkedCrf() {
        Integer value = crf;
        if (value != null && (value < 0 || value > 51)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--crf must be from 0 to 51, was " + value);
        }
        return value;
    }

    private @Nullable String checkedPreset() {
        String name = preset;
        if (name != null && !Output.PRESETS.contains(name)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "--preset must be one of "
                            + String.join(", ", Output.PRESETS)
                            + ", was '"
                            + name
                            + "'");
        }
        return name;
    }
}
