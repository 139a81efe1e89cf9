package com.autoclipr.cli;

import com.autoclipr.cli.terminal.Console;
import com.autoclipr.cli.terminal.ExitCode;
import com.autoclipr.export.prepare.ProjectFiles;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `validate PROJECT.json`.
@Command(mixinStandardHelpOptions = true, description = "Reports all problems of the project.")
final class ValidateCommand implements Callable<Integer> {
    private final Console console;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;
    @Mixin private ProjectOptions options = new ProjectOptions();

    ValidateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return switch (ProjectFiles.load(options.project, options.access(spec.commandLine()))) {
            case ProjectFiles.Loaded.Invalid invalid -> console.tell(invalid.problems());
            case ProjectFiles.Loaded.Valid _ -> {
                console.out()
                        .println(
                                console.sentences()
                                        .text("ui.valid", "file", options.project.toString()));
                yield ExitCode.DONE;
            }
        };
    }
}
