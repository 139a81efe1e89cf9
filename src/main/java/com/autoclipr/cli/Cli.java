package com.autoclipr.cli;

import com.autoclipr.export.Engine;
import com.autoclipr.export.ExportController;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureException;
import com.autoclipr.failure.FailureKind;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The program's commands. One call of [#run(String[])] runs one of them.
public final class Cli {
    private static final long CLEAN_UP_SECONDS = 2;

    private final Engine engine;
    private final Console console;

    public Cli(Engine engine) {
        this.engine = engine;
        this.console = Console.standard();
    }

    /// Runs the command that `arguments` name.
    ///
    /// @return the exit code
    public int run(String[] arguments) {
        ExportController controller = new ExportController(engine);
        CountDownLatch ended = new CountDownLatch(1);
        // Ctrl-C and `kill` end the process through its shutdown hooks; the command cleans up
        // behind itself meanwhile.
        Thread onSignal =
                new Thread(
                        () -> {
                            controller.cancel();
                            awaitEnd(ended);
                        },
                        "cancel");
        Runtime.getRuntime().addShutdownHook(onSignal);
        try {
            return commands(controller).execute(arguments);
        } finally {
            ended.countDown();
        }
    }

    /// Says why nothing can be run.
    ///
    /// @return the exit code
    public static int refuse(Failure failure) {
        return Console.standard().tell(failure);
    }

    private static void awaitEnd(CountDownLatch ended) {
        try {
            ended.await(CLEAN_UP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private CommandLine commands(ExportController controller) {
        CommandLine commands =
                new CommandLine(new Root())
                        .addSubcommand("export", new ExportCommand(controller, console))
                        .addSubcommand("validate", new ValidateCommand(console))
                        .addSubcommand("frame", new FrameCommand(controller, console))
                        .addSubcommand("probe", new ProbeCommand(controller, console))
                        .addSubcommand("cache", new CacheCommand(engine.store(), console))
                        .addSubcommand("doctor", new DoctorCommand(controller, engine, console));
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
        return switch (failure) {
            case FailureException known -> known.failure();
            case InterruptedException _ -> Failure.of(FailureKind.CANCELLED);
            default ->
                    Failure.of(
                            FailureKind.INTERNAL,
                            "detail",
                            failure.toString(),
                            "trace",
                            String.join(
                                    "\n",
                                    Arrays.stream(failure.getStackTrace())
                                            .map(StackTraceElement::toString)
                                            .toList()));
        };
    }

    @Command(
            name = "autoclipr",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description =
                    "Exports what lies under a 9:16 overlay, during a cut, as a vertical MP4.")
    private static final class Root implements Runnable {
        @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

        @Override
        public void run() {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "Missing command: export, validate, frame, probe, cache or doctor.");
        }
    }
}
