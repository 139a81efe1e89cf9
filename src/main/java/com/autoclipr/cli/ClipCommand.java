package com.autoclipr.cli;

import com.autoclipr.api.Autoclipr;
import com.autoclipr.cli.clip.OverlayPlace;
import com.autoclipr.cli.clip.StarterProject;
import com.autoclipr.cli.terminal.Console;
import com.autoclipr.cli.terminal.JsonFile;
import com.autoclipr.export.ExportRequest;
import com.autoclipr.export.job.ExportOrder;
import com.autoclipr.export.prepare.FileAccess;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/// `clip VIDEO --start S --end S -o OUT.mp4`.
@Command(
        mixinStandardHelpOptions = true,
        description = "Exports a part of a video, without a project file.",
        sortOptions = false)
final class ClipCommand implements Callable<Integer> {
    private final Autoclipr autoclipr;
    private final Console console;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;
    @Mixin private ExportOptions export = new ExportOptions();
    @Mixin private SideOutputOptions sideOutputs = new SideOutputOptions();
    @Mixin private LogOptions logs = new LogOptions();

    @Parameters(paramLabel = "VIDEO", description = "The video.")
    private Path video = Path.of("");

    @Option(
            names = "--start",
            paramLabel = "SECONDS",
            converter = FrameCommand.TimeConverter.class,
            description = "First time of the video that is exported; its beginning.")
    private Rational start = Rational.ZERO;

    @Option(
            names = "--end",
            paramLabel = "SECONDS",
            converter = FrameCommand.TimeConverter.class,
            description = "First time that is not exported any more; the end of the video.")
    private @Nullable Rational end;

    @Option(
            names = "--overlay",
            paramLabel = "left|centre|right|x=N|x=N%",
            converter = PlaceConverter.class,
            description = "Where the 9:16 part lies that is exported; x is its centre.")
    private OverlayPlace overlay = OverlayPlace.CENTRE;

    @Option(
            names = "--title",
            paramLabel = "TEXT",
            description = "Large text in the upper third; \\n ends a line.")
    private @Nullable String title;

    @Option(
            names = "--music",
            paramLabel = "FILE",
            description = "Audio below the video's own; it ends with the clip.")
    private @Nullable Path music;

    @Option(
            names = "--keep-project",
            paramLabel = "PROJECT.json",
            description =
                    "Write the project of the clip here, to go on from it; --overwrite replaces it,"
                            + " too.")
    private @Nullable Path keepProject;

    ClipCommand(Autoclipr autoclipr, Console console) {
        this.autoclipr = autoclipr;
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        ExportOrder.SideOutputs files =
                sideOutputs.files(spec.commandLine(), ExportOrder.SideOutputs.NONE, export.output);
        ExportRequest request = export.request(projectFile(), FileAccess.everywhere(), files);
        return new ExportLaunch(autoclipr, console, logs.use(spec.commandLine(), console))
                .run(request, sideOutputs.progress(console));
    }

    /// Where the project of the clip was written.
    private Path projectFile() throws InterruptedException {
        Path kept = keepProject;
        Optional<ProjectOutput> target =
                Optional.ofNullable(kept)
                        .map(file -> ProjectOutput.prepare(file, export.overwrite));
        StarterProject project =
                new StarterProject(video, autoclipr.probe(video), autoclipr.schema().toUri());
        String json = JsonFile.text(project.json(clip(project), target.map(ProjectOutput::folder)));
        if (target.isPresent()) {
            target.get().write(json);
            return target.get().file();
        }
        return autoclipr.keep(json);
    }

    private StarterProject.Clip clip(StarterProject project) {
        Rational duration = project.duration();
        Rational asked = end;
        Rational last = asked == null ? duration : asked;
        if (start.signum() < 0 || last.compareTo(start) <= 0) {
            throw wrong("--end must be after --start, which is not before 0");
        }
        if (duration.signum() > 0
                && last.compareTo(Rational.of(duration.times(1000).ceil(), 1000)) > 0) {
            throw wrong("--end: the video ends at " + duration.toDecimal(3) + " s");
        }
        if (!project.isPossible(overlay)) {
            throw wrong("--overlay: x must be from " + project.possibleX());
        }
        return new StarterProject.Clip(
                start,
                last,
                overlay,
                Optional.ofNullable(title).map(text -> text.replace("\\n", "\n")),
                Optional.ofNullable(music));
    }

    private CommandLine.ParameterException wrong(String what) {
        return new CommandLine.ParameterException(spec.commandLine(), what);
    }

    static final class PlaceConverter implements CommandLine.ITypeConverter<OverlayPlace> {
        @Override
        public OverlayPlace convert(String text) {
            return OverlayPlace.parse(text)
                    .orElseThrow(
                            () ->
                                    new TypeConversionException(
                                            "must be left, centre, right, x=N (canvas pixels) or"
                                                    + " x=N%, was '"
                                                    + text
                                                    + "'"));
        }
    }
}
