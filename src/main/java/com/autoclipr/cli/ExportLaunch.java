package com.autoclipr.cli;

import com.autoclipr.api.Autoclipr;
import com.autoclipr.cli.progress.ExportProgress;
import com.autoclipr.cli.progress.JsonProgress;
import com.autoclipr.cli.progress.QueuedProgress;
import com.autoclipr.cli.terminal.Console;
import com.autoclipr.cli.terminal.ExitCode;
import com.autoclipr.cli.terminal.JsonFile;
import com.autoclipr.export.ExportListener;
import com.autoclipr.export.ExportOutcome;
import com.autoclipr.export.ExportReport;
import com.autoclipr.export.ExportRequest;
import com.autoclipr.export.UnfinishedReport;
import com.autoclipr.export.job.StampedEvent;
import com.autoclipr.logs.LogForm;
import java.util.Locale;

/// Runs an export for a command and reports the result.
final class ExportLaunch {
    private final Autoclipr autoclipr;
    private final Console console;
    private final LogForm form;

    /// @param form of the lines in the log of the export
    ExportLaunch(Autoclipr autoclipr, Console console, LogForm form) {
        this.autoclipr = autoclipr;
        this.console = console;
        this.form = form;
    }

    /// @param progress closed when this returns
    /// @return the exit code
    int run(ExportRequest request, ExportProgress progress) throws InterruptedException {
        ExportProgress shown = new QueuedProgress(progress);
        try (shown;
                ExportFiles files = new ExportFiles(autoclipr.history(), form)) {
            Listener listener = new Listener(request, files, shown);
            return switch (autoclipr.start(request, listener).await()) {
                case ExportOutcome.Rejected<ExportReport> rejected ->
                        console.tell(rejected.problems());
                case ExportOutcome.Done<ExportReport> done -> {
                    shown.close();
                    if (!(progress instanceof JsonProgress)) {
                        tell(request, done.value());
                    }
                    request.sideOutputs()
                            .report()
                            .ifPresent(file -> JsonFile.write(file, done.value()));
                    yield ExitCode.DONE;
                }
            };
        }
    }

    /// Hands everything on to the files and to what is shown.
    private final class Listener implements ExportListener {
        private final ExportRequest request;
        private final ExportFiles files;
        private final ExportProgress shown;

        Listener(ExportRequest request, ExportFiles files, ExportProgress shown) {
            this.request = request;
            this.files = files;
            this.shown = shown;
        }

        @Override
        public void accept(StampedEvent event) {
            files.accept(event);
            shown.accept(event);
        }

        @Override
        public void unfinished(UnfinishedReport report) {
            write(request, report, shown);
        }
    }

    /// Before anything is displayed, which a blocked reader may delay.
    private void write(ExportRequest request, UnfinishedReport report, ExportProgress shown) {
        request.sideOutputs()
                .report()
                .flatMap(file -> new UnfinishedReportFile(console.sentences()).write(file, report))
                .ifPresent(
                        why -> {
                            shown.close();
                            console.err()
                                    .println(
                                            console.sentences()
                                                    .text(
                                                            "ui.report-failed",
                                                            "why",
                                                            console.sentences().of(why)));
                        });
    }

    private void tell(ExportRequest request, ExportReport result) {
        console.tellWhatIsSeen(
                result.decisions().stream().map(ExportReport.Decided::decision).toList());
        ExportReport.OutputFile made = result.output();
        console.out()
                .println(
                        console.sentences()
                                .text(
                                        "ui.exported",
                                        "file",
                                        request.destination().toString(),
                                        "width",
                                        Integer.toString(made.width()),
                                        "height",
                                        Integer.toString(made.height()),
                                        "fps",
                                        made.fps(),
                                        "frames",
                                        Long.toString(made.frames()),
                                        "mib",
                                        String.format(
                                                Locale.ROOT, "%.1f", made.bytes() / 1048576.0)));
        ExportReport.Slowest slowest = result.bottleneck();
        console.err()
                .println(
                        "  "
                                + console.sentences()
                                        .text(
                                                "ui.bottleneck." + slowest.kind(),
                                                "share",
                                                Integer.toString(slowest.sharePercent())));
    }
}
