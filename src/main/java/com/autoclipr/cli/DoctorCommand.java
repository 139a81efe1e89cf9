package com.autoclipr.cli;

import com.autoclipr.cli.terminal.Console;
import com.autoclipr.cli.terminal.ExitCode;
import com.autoclipr.export.Engine;
import com.autoclipr.export.ExportController;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `doctor`.
@Command(
        mixinStandardHelpOptions = true,
        description = "Checks that everything needed is installed, and prints versions.")
final class DoctorCommand implements Callable<Integer> {
    private final ExportController controller;
    private final Engine engine;
    private final Console console;

    DoctorCommand(ExportController controller, Engine engine, Console console) {
        this.controller = controller;
        this.engine = engine;
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        console.out().println("Autoclipr Export " + Version.current());
        console.out().println("Java " + Runtime.version() + ", " + System.getProperty("java.home"));
        console.out()
                .println(
                        System.getProperty("os.name")
                                + " "
                                + System.getProperty("os.arch")
                                + ", "
                                + Runtime.getRuntime().availableProcessors()
                                + " processors");
        console.out().println("Chunk store: " + engine.store().info().place());
        console.out().println(controller.describeEngine());
        return ExitCode.DONE;
    }
}
