package com.autoclipr.cli;

import com.autoclipr.messages.Sentences;
import picocli.CommandLine;

/// Reports that a subcommand is missing.
final class MissingCommand {
    private MissingCommand() {}

    static CommandLine.ParameterException of(
            CommandLine.Model.CommandSpec spec, Sentences sentences) {
        String names = String.join(", ", spec.subcommands().keySet());
        return new CommandLine.ParameterException(
                spec.commandLine(), sentences.text("ui.missing-command", "names", names));
    }
}
