package com.autoclipr.cli;

import com.autoclipr.api.Autoclipr;
import com.autoclipr.cli.clip.OverlayPlace;
import com.autoclipr.cli.clip.StarterProject;
import com.autoclipr.cli.terminal.Console;
import com.autoclipr.cli.terminal.ExitCode;
import com.autoclipr.cli.terminal.JsonFile;
import com.autoclipr.time.Rational;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `init VIDEO`.
@Command(
        mixinStandardHelpOptions = true,
        description = "Writes a project to begin with, beside the video.",
        sortOptions = false)
final class InitCommand implements Callable<Integer> {
    /// Seconds of the cut, if the video is as long.
    private static final Rational CUT_SECONDS = Rational.of(30);

    private final Autoclipr autoclipr;
    private final Console console;

    @Parameters(paramLabel = "VIDEO", description = "The video of the first layer.")
    private Path video = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "PROJECT.json",
            description = "The file to write; the name of the video with .json.")
    private @Nullable Path output;

    @Option(names = "--overwrite", description = "Replace PROJECT.json if it exists.")
    private boolean overwrite;

    InitCommand(Autoclipr autoclipr, Console console) {
        this.autoclipr = autoclipr;
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        Path named = output;
        Path file = named == null ? video.resolveSibling(stem(video) + ".json") : named;
        ProjectOutput target = ProjectOutput.prepare(file, overwrite);
        StarterProject project =
                new StarterProject(video, autoclipr.probe(video), autoclipr.schema().toUri());
        Rational known = project.duration();
        Rational end = known.signum() > 0 ? known.min(CUT_SECONDS) : CUT_SECONDS;
        StarterProject.Clip clip =
                new StarterProject.Clip(
                        Rational.ZERO,
                        end,
                        OverlayPlace.CENTRE,
                        Optional.empty(),
                        Optional.empty());
        target.write(JsonFile.text(project.json(clip, Optional.of(target.folder()))));
        console.out().println(console.sentences().text("ui.init", "file", file.toString()));
        return ExitCode.DONE;
    }

    /// The name of a file without its extension.
    private static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
