package com.autoclipr.cli;

import com.autoclipr.export.job.ExportEvent;
import com.autoclipr.export.job.ExportOrder;
import com.autoclipr.export.job.StampedEvent;
import com.autoclipr.export.journal.ExportHistory;
import com.autoclipr.export.metrics.ExportMetrics;
import com.autoclipr.export.metrics.MetricsFile;
import com.autoclipr.logs.LogFile;
import com.autoclipr.logs.LogForm;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The files that are written while an export runs: its log and its metrics. Opened when the export
/// begins; owns them.
final class ExportFiles implements Consumer<StampedEvent>, AutoCloseable {
    private final ExportHistory history;
    private final LogForm form;
    private @Nullable LogFile log;
    private @Nullable ExportMetrics metrics;
    private @Nullable MetricsFile metricsFile;

    /// @param history where the log is kept by default
    /// @param form of the log lines
    ExportFiles(ExportHistory history, LogForm form) {
        this.history = history;
        this.form = form;
    }

    @Override
    public void accept(StampedEvent stamped) {
        if (stamped.event() instanceof ExportEvent.Requested requested) {
            open(stamped, requested.order().sideOutputs());
        }
        ExportMetrics counted = metrics;
        if (counted != null) {
            counted.accept(stamped);
        }
    }

    private void open(StampedEvent stamped, ExportOrder.SideOutputs sideOutputs) {
        Path file = sideOutputs.log().orElseGet(() -> history.logOf(stamped.export()));
        log = LogFile.open(stamped.export().text(), file, form);
        sideOutputs
                .metrics()
                .ifPresent(
                        path -> {
                            ExportMetrics counted = new ExportMetrics();
                            metrics = counted;
                            metricsFile = new MetricsFile(path, counted);
                        });
    }

    @Override
    public void close() {
        MetricsFile written = metricsFile;
        if (written != null) {
            written.close();
        }
        LogFile open = log;
        if (open != null) {
            open.close();
        }
    }
}
