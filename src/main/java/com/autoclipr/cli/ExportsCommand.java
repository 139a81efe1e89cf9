package com.autoclipr.cli;

import com.autoclipr.api.Autoclipr;
import com.autoclipr.cli.terminal.Console;
import com.autoclipr.cli.terminal.ExitCode;
import com.autoclipr.cli.terminal.JsonFile;
import com.autoclipr.export.job.ExportJob;
import com.autoclipr.export.job.ExportOrder;
import com.autoclipr.export.journal.ExportHistory;
import com.autoclipr.export.journal.PastExport;
import com.autoclipr.failure.Failure;
import com.autoclipr.files.FileFailures;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `exports`: lists the exports that ran here, the latest first.
@Command(
        mixinStandardHelpOptions = true,
        description = "Lists running and past exports, latest first.")
final class ExportsCommand implements Callable<Integer> {
    private static final DateTimeFormatter LOCAL_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT)
                    .withZone(ZoneId.systemDefault());

    private final Autoclipr autoclipr;
    private final Console console;

    @Option(names = "--json", description = "As a JSON list.")
    private boolean json;

    ExportsCommand(Autoclipr autoclipr, Console console) {
        this.autoclipr = autoclipr;
        this.console = console;
    }

    @Override
    public Integer call() {
        ExportHistory.Listing listing;
        try {
            listing = autoclipr.history().listing();
        } catch (IOException e) {
            throw FileFailures.reading(autoclipr.history().folder(), e);
        }
        List<PastExport> all = listing.exports();
        if (json) {
            console.out().println(JsonFile.text(all.stream().map(ExportsCommand::facts).toList()));
        } else if (all.isEmpty() && listing.otherVersions().isEmpty()) {
            console.err().println(console.sentences().text("ui.exports.none"));
        } else {
            all.forEach(this::print);
        }
        if (!listing.otherVersions().isEmpty()) {
            String count = Integer.toString(listing.otherVersions().size());
            console.err()
                    .println(console.sentences().text("ui.exports.other-version", "count", count));
        }
        return ExitCode.DONE;
    }

    private void print(PastExport past) {
        ExportJob job = past.job();
        ExportOrder order = job.request().orElseThrow().order();
        String state = console.sentences().text("ui.stage." + past.standing());
        console.out()
                .printf(
                        Locale.ROOT,
                        "%s  %s  %3d %%  %-20s %s → %s%n",
                        job.id(),
                        LOCAL_TIME.format(job.queuedAt()),
                        job.progress().percent(),
                        state,
                        order.project(),
                        order.destination());
        past.resumedBy()
                .ifPresentOrElse(
                        later -> console.out().println("    " + wentOn(later)),
                        () -> job.failure().ifPresent(this::print));
        if (past.tornBytes() > 0 || past.unreadLines() > 0) {
            console.out().println("    " + console.sentences().text("ui.exports.damaged"));
        }
    }

    private void print(Failure why) {
        console.out().println("    " + console.sentences().of(why));
    }

    private String wentOn(PastExport.Successor later) {
        return console.sentences()
                .text(
                        "ui.exports.resumed",
                        "by",
                        later.id().text(),
                        "state",
                        console.sentences().text("ui.stage." + later.standing()));
    }

    private static Map<String, Object> facts(PastExport past) {
        ExportJob job = past.job();
        ExportOrder order = job.request().orElseThrow().order();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("export", job.id().text());
        facts.put("state", past.standing());
        facts.put("queuedAt", job.queuedAt().toString());
        facts.put("lastAt", job.lastAt().toString());
        facts.put("project", order.project().toString());
        facts.put("destination", order.destination().toString());
        facts.put("framesDone", job.progress().framesDone());
        facts.put("framesTotal", job.progress().framesTotal());
        facts.put("chunksDone", job.progress().chunksDone());
        facts.put("chunksTotal", job.progress().chunksTotal());
        Map<String, Long> stageMs = new LinkedHashMap<>();
        job.stageTimes().forEach((state, time) -> stageMs.put(state.token(), time.toMillis()));
        facts.put("stageMs", stageMs);
        job.failure()
                .ifPresent(
                        why ->
                                facts.put(
                                        "failure",
                                        Map.of("kind", why.kind().token(), "facts", why.facts())));
        job.request().orElseThrow().resumes().ifPresent(id -> facts.put("resumes", id.text()));
        past.resumedBy()
                .ifPresent(
                        later -> {
                            facts.put("resumedBy", later.id().text());
                            facts.put("resumedByState", later.standing());
                        });
        order.sideOutputs()
                .report()
                .map(Path::toString)
                .ifPresent(file -> facts.put("report", file));
        facts.put("folder", past.folder().toString());
        facts.put("tornBytes", past.tornBytes());
        facts.put("unreadLines", past.unreadLines());
        return facts;
    }
}
