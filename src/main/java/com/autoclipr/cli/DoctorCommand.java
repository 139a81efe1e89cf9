package com.autoclipr.cli;

import com.autoclipr.api.Autoclipr;
import com.autoclipr.api.ProgramVersion;
import com.autoclipr.cli.terminal.Console;
import com.autoclipr.cli.terminal.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `doctor`.
@Command(
        mixinStandardHelpOptions = true,
        description = "Checks that everything needed is installed, and prints versions.")
final class DoctorCommand implements Callable<Integer> {
    private final Autoclipr autoclipr;
    private final Console console;

    DoctorCommand(Autoclipr autoclipr, Console console) {
        this.autoclipr = autoclipr;
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        console.out().println("Autoclipr Export " + ProgramVersion.current());
        console.out().println("Java " + Runtime.version() + ", " + System.getProperty("java.home"));
        console.out()
                .println(
                        System.getProperty("os.name")
                                + " "
                                + System.getProperty("os.arch")
                                + ", "
                                + Runtime.getRuntime().availableProcessors()
                                + " processors");
        console.out().println("Chunk store: " + autoclipr.store().info().place());
        console.out().println(autoclipr.describeEngine());
        return ExitCode.DONE;
    }
}
