package com.autoclipr.cli;

import com.autoclipr.api.Autoclipr;
import com.autoclipr.cli.terminal.Console;
import com.autoclipr.cli.terminal.ExitCode;
import com.autoclipr.composition.value.Notation;
import com.autoclipr.export.ExportOutcome;
import com.autoclipr.export.ExportRequest;
import com.autoclipr.export.job.ExportOrder;
import com.autoclipr.failure.Decision;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// `frame PROJECT.json --time SECONDS -o OUT.png`.
@Command(
        mixinStandardHelpOptions = true,
        description = "Draws the frame at a time of the timeline, as exported.",
        sortOptions = false)
final class FrameCommand implements Callable<Integer> {
    private final Autoclipr autoclipr;
    private final Console console;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;
    @Mixin private ProjectOptions options = new ProjectOptions();
    @Mixin private PictureOptions picture = new PictureOptions();

    @Option(
            names = "--time",
            paramLabel = "SECONDS",
            required = true,
            converter = TimeConverter.class,
            description =
                    "Time on the timeline (not relative to the cut); may be outside the" + " cut.")
    private Rational time = Rational.ZERO;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT.png",
            required = true,
            description = "The file to write.")
    private Path output = Path.of("");

    @Option(names = "--overwrite", description = "Replace OUT.png if it exists.")
    private boolean overwrite;

    FrameCommand(Autoclipr autoclipr, Console console) {
        this.autoclipr = autoclipr;
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        ExportRequest request =
                new ExportRequest(
                        options.project,
                        options.access(spec.commandLine()),
                        picture.overrides(null, null),
                        output,
                        overwrite,
                        1,
                        false,
                        ExportOrder.SideOutputs.NONE,
                        Optional.empty());
        return switch (autoclipr.drawFrame(request, time, output)) {
            case ExportOutcome.Rejected<List<Decision>> rejected ->
                    console.tell(rejected.problems());
            case ExportOutcome.Done<List<Decision>> drawn -> {
                console.tellWhatIsSeen(drawn.value());
                yield ExitCode.DONE;
            }
        };
    }

    static final class TimeConverter implements CommandLine.ITypeConverter<Rational> {
        @Override
        public Rational convert(String text) {
            return Notation.time(text)
                    .orElseThrow(
                            () ->
                                    new TypeConversionException(
                                            "must be a time, such as 12.5 or 1:02.5, was '"
                                                    + text
                                                    + "'"));
        }
    }
}
