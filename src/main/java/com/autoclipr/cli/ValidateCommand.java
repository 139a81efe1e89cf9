package com.autoclipr.cli;

import com.autoclipr.api.Autoclipr;
import com.autoclipr.api.ReadProject;
import com.autoclipr.cli.terminal.Console;
import com.autoclipr.cli.terminal.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `validate PROJECT.json`.
@Command(mixinStandardHelpOptions = true, description = "Reports all problems of the project.")
final class ValidateCommand implements Callable<Integer> {
    private final Autoclipr autoclipr;
    private final Console console;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;
    @Mixin private ProjectOptions options = new ProjectOptions();

    ValidateCommand(Autoclipr autoclipr, Console console) {
        this.autoclipr = autoclipr;
        this.console = console;
    }

    @Override
    public Integer call() {
        ReadProject read = autoclipr.read(options.project, options.access(spec.commandLine()));
        if (!read.isValid()) {
            return console.tell(read.problems());
        }
        console.out()
                .println(console.sentences().text("ui.valid", "file", options.project.toString()));
        return ExitCode.DONE;
    }
}
