package com.autoclipr.cli.progress;

import com.autoclipr.export.job.StampedEvent;
import java.util.function.Consumer;

/// Displays the progress of an export.
public interface ExportProgress extends Consumer<StampedEvent>, AutoCloseable {
    /// Restores the terminal.
    @Override
    void close();
}
