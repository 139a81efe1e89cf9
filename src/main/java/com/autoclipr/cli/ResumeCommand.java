package com.autoclipr.cli;

import com.autoclipr.api.Autoclipr;
import com.autoclipr.cli.terminal.Console;
import com.autoclipr.cli.terminal.ExitCode;
import com.autoclipr.export.ExportRequest;
import com.autoclipr.export.job.ExportOrder;
import com.autoclipr.export.job.ExportState;
import com.autoclipr.export.journal.PastExport;
import com.autoclipr.files.FileFailures;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `resume ID`: repeats an export. Chunks that the earlier run finished come from the chunk store.
@Command(
        mixinStandardHelpOptions = true,
        description = "Resumes an export that did not succeed, with the same settings.",
        sortOptions = false)
final class ResumeCommand implements Callable<Integer> {
    private final Autoclipr autoclipr;
    private final Console console;

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;
    @Mixin private SideOutputOptions sideOutputs = new SideOutputOptions();
    @Mixin private LogOptions logs = new LogOptions();

    @Parameters(
            paramLabel = "ID",
            description = "Id as listed by `autoclipr exports`, or any unambiguous part of it.")
    private String id = "";

    ResumeCommand(Autoclipr autoclipr, Console console) {
        this.autoclipr = autoclipr;
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<PastExport> found = find(id);
        if (found.isEmpty()) {
            say(isOfAnotherVersion() ? "ui.resume.other-version" : "ui.resume.unknown", id);
            return ExitCode.WRONG_USE;
        }
        if (found.size() > 1) {
            say("ui.resume.ambiguous", id);
            return ExitCode.WRONG_USE;
        }
        PastExport past = newest(found.getFirst());
        String whole = past.job().id().text();
        if (past.isRunning()) {
            say("ui.resume.running", whole);
            return ExitCode.WRONG_USE;
        }
        if (past.job().state() == ExportState.SUCCEEDED) {
            say("ui.resume.succeeded", whole);
            return ExitCode.WRONG_USE;
        }
        ExportOrder order = past.job().request().orElseThrow().order();
        if (autoclipr.hasChanged(order)) {
            say("ui.resume.changed", order.project().toString());
        }
        if (!order.useStore()) {
            say("ui.resume.no-store", whole);
        }
        return new ExportLaunch(autoclipr, console, logs.use(spec.commandLine(), console))
                .run(request(past, order), sideOutputs.progress(console));
    }

    /// The latest resume of an export, if there is one.
    private PastExport newest(PastExport past) {
        return past.resumedBy()
                .flatMap(later -> find(later.id().text()).stream().findFirst())
                .orElse(past);
    }

    private List<PastExport> find(String part) {
        try {
            return autoclipr.history().find(part);
        } catch (IOException e) {
            throw FileFailures.reading(autoclipr.history().folder(), e);
        }
    }

    private boolean isOfAnotherVersion() {
        try {
            return autoclipr.history().listing().otherVersions().stream()
                    .anyMatch(other -> other.text().contains(id));
        } catch (IOException e) {
            throw FileFailures.reading(autoclipr.history().folder(), e);
        }
    }

    private ExportRequest request(PastExport past, ExportOrder order) {
        try {
            return ExportRequest.again(order, past.job().id())
                    .with(
                            sideOutputs.files(
                                    spec.commandLine(), order.sideOutputs(), order.destination()));
        } catch (IOException e) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--media-root: no such folder: " + e.getMessage());
        }
    }

    private void say(String key, String what) {
        console.err().println(console.sentences().text(key, "what", what));
    }
}
