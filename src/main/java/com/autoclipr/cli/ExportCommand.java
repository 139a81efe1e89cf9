package com.autoclipr.cli;

import com.autoclipr.api.Autoclipr;
import com.autoclipr.cli.terminal.Console;
import com.autoclipr.export.ExportRequest;
import com.autoclipr.export.job.ExportOrder;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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
    @Mixin private ExportOptions export = new ExportOptions();
    @Mixin private SideOutputOptions sideOutputs = new SideOutputOptions();
    @Mixin private LogOptions logs = new LogOptions();

    ExportCommand(Autoclipr autoclipr, Console console) {
        this.autoclipr = autoclipr;
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        ExportRequest request =
                export.request(
                        options.project,
                        options.access(spec.commandLine()),
                        sideOutputs.files(
                                spec.commandLine(), ExportOrder.SideOutputs.NONE, export.output));
        return new ExportLaunch(autoclipr, console, logs.use(spec.commandLine(), console))
                .run(request, sideOutputs.progress(console));
    }
}
