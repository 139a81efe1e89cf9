package com.autoclipr.cli;

import com.autoclipr.api.Autoclipr;
import com.autoclipr.cli.terminal.Console;
import com.autoclipr.cli.terminal.ExitCode;
import com.autoclipr.cli.terminal.Interrupts;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;
import com.autoclipr.files.UnexpectedErrors;
import com.autoclipr.logs.Logs;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The commands of the program. [#run(String[])] runs one of them.
public final class Cli {
    /// Together with the shutdown of the JVM, less than the two seconds that are promised.
    private static final long CLEAN_UP_MS = 1700;

    private final Autoclipr autoclipr;
    private final Console console;

    /// @param autoclipr owned from here on
    public Cli(Autoclipr autoclipr) {
        this.autoclipr = autoclipr;
        this.console = Console.standard();
    }

    /// Runs the command given by `arguments`.
    ///
    /// @return the exit code
    public int run(String[] arguments) {
        CountDownLatch ended = new CountDownLatch(1);
        // Ctrl-C and `kill` run the shutdown hooks, and the command cleans up meanwhile. A second
        // signal does not wait for that.
        Thread onSignal =
                new Thread(
                        () -> {
                            Interrupts.endAtOnce();
                            autoclipr.cancelAll();
                            awaitEnd(ended);
                        },
                        "cancel");
        Runtime.getRuntime().addShutdownHook(onSignal);
        try {
            return commands(arguments).execute(arguments);
        } catch (Error e) {
            // Stack overflow and out of memory are reported like any other failure.
            return console.tell(UnexpectedErrors.asFailure(e).failure());
        } finally {
            autoclipr.close();
            Logs.end();
            ended.countDown();
        }
    }

    /// Reports why no command can run.
    ///
    /// @return the exit code
    public static int refuse(Failure failure) {
        return Console.standard().tell(failure);
    }

    private static void awaitEnd(CountDownLatch ended) {
        try {
            ended.await(CLEAN_UP_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The commands, in the order of the help.
    private Map<String, Supplier<Object>> named() {
        Map<String, Supplier<Object>> named = new LinkedHashMap<>();
        named.put("clip", () -> new ClipCommand(autoclipr, console));
        named.put("init", () -> new InitCommand(autoclipr, console));
        named.put("export", () -> new ExportCommand(autoclipr, console));
        named.put("exports", () -> new ExportsCommand(autoclipr, console));
        named.put("resume", () -> new ResumeCommand(autoclipr, console));
        named.put("validate", () -> new ValidateCommand(autoclipr, console));
        named.put("frame", () -> new FrameCommand(autoclipr, console));
        named.put("probe", () -> new ProbeCommand(autoclipr, console));
        named.put("cache", () -> new CacheCommand(autoclipr.store(), console));
        named.put("doctor", () -> new DoctorCommand(autoclipr, console));
        return named;
    }

    /// Only the command that was given is built: reading the annotations of all of them takes
    /// longer than reading a project.
    private CommandLine commands(String[] arguments) {
        CommandLine commands = new CommandLine(new Root(console));
        Map<String, Supplier<Object>> named = named();
        Supplier<Object> only = arguments.length == 0 ? null : named.get(arguments[0]);
        if (only != null) {
            commands.addSubcommand(arguments[0], only.get());
        } else {
            named.forEach((name, command) -> commands.addSubcommand(name, command.get()));
        }
        commands.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        commands.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setExecutionExceptionHandler((failure, _, _) -> console.tell(asFailure(failure)));
        commands.setParameterExceptionHandler(
                (wrong, _) -> {
                    console.err().println(wrong.getMessage());
                    console.err().println(console.sentences().text("ui.see-help"));
                    return ExitCode.WRONG_USE;
                });
        return commands;
    }

    private static Failure asFailure(Exception failure) {
        return failure instanceof InterruptedException
                ? Failure.of(FailureKind.CANCELLED)
                : UnexpectedErrors.asFailure(failure).failure();
    }

    @Command(
            name = "autoclipr",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = "Exports the part of a canvas under a 9:16 overlay as a vertical MP4.",
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {
                "0:success",
                "2:invalid command line or project",
                "3:invalid media",
                "4:resources (disk, memory, size limit)",
                "5:internal error",
                "130:cancelled by Ctrl-C (SIGINT)",
                "143:cancelled by SIGTERM (129: by SIGHUP)"
            })
    private static final class Root implements Runnable {
        private final Console console;

        @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

        Root(Console console) {
            this.console = console;
        }

        @Override
        public void run() {
            throw MissingCommand.of(spec, console.sentences());
        }
    }
}
