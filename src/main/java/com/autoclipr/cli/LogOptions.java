package com.autoclipr.cli;

import com.autoclipr.cli.terminal.Console;
import com.autoclipr.logs.LogForm;
import com.autoclipr.logs.Logs;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// Options for the format of log lines and the level of standard error.
final class LogOptions {
    @Option(
            names = "--log-level",
            paramLabel = "error|warn|info|debug",
            description =
                    "Log lines on standard error; error, unless AUTOCLIPR_LOG says otherwise.")
    private @Nullable String level;

    @Option(
            names = "--log-format",
            paramLabel = "text|json",
            description = "text, or json: one JSON object a line.")
    private LogForm form = LogForm.TEXT;

    /// Applies these options to standard error.
    ///
    /// @return the form of the lines in the log of the export
    LogForm use(CommandLine commandLine, Console console) {
        String fromEnvironment =
                Optional.ofNullable(System.getenv(Logs.LEVEL))
                        .filter(text -> !text.isBlank())
                        .orElse(Logs.USUAL_LEVEL);
        String asked = level;
        try {
            Logs.console(
                    (asked == null ? fromEnvironment : asked).toLowerCase(Locale.ROOT),
                    form,
                    console.terminalColumns().isPresent());
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(
                    commandLine,
                    (asked == null ? Logs.LEVEL : "--log-level") + " " + e.getMessage());
        }
        return form;
    }
}
