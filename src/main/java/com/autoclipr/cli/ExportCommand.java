package com.autoclipr.cli;

import com.autoclipr.api.Autoclipr;
import com.autoclipr.cli.terminal.Console;
import com.autoclipr.composition.Output;
import com.autoclipr.export.ExportRequest;
import com.autoclipr.export.job.ExportOrder;
import java.nio.file.Path;
import java.util.Optional;
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
    private final Autoclipr autoclipr;
    private final Console console;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;
    @Mixin private ProjectOptions options = new ProjectOptions();
    @Mixin private PictureOptions picture = new PictureOptions();
    @Mixin private SideOutputOptions sideOutputs = new SideOutputOptions();
    @Mixin private LogOptions logs = new LogOptions();

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
            description = "Quality, 0 (best) to 51; default: that of the project, or 23.")
    private @Nullable Integer crf;

    @Option(
            names = "--preset",
            paramLabel = "NAME",
            description =
                    "libx264 preset, ultrafast to placebo; default: the project's, or medium.")
    private @Nullable String preset;

    @Option(
            names = "--workers",
            paramLabel = "N",
            description = "Worker processes, 1 to 64; default: one per CPU.")
    private int workers =
            Math.min(ExportRequest.MOST_WORKERS, Runtime.getRuntime().availableProcessors());

    @Option(names = "--no-cache", description = "Neither read nor write the chunk store.")
    private boolean noCache;

    ExportCommand(Autoclipr autoclipr, Console console) {
        this.autoclipr = autoclipr;
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (workers < 1 || workers > ExportRequest.MOST_WORKERS) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--workers must be from 1 to 64, was " + workers);
        }
        ExportRequest request =
                new ExportRequest(
                        options.project,
                        options.access(spec.commandLine()),
                        picture.overrides(checkedCrf(), checkedPreset()),
                        output,
                        overwrite,
                        workers,
                        !noCache,
                        sideOutputs.files(spec.commandLine(), ExportOrder.SideOutputs.NONE, output),
                        Optional.empty());
        return new ExportLaunch(autoclipr, console, logs.use(spec.commandLine(), console))
                .run(request, sideOutputs.progress(console));
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
