package com.autoclipr.cli.progress;

import com.autoclipr.export.job.StampedEvent;
import java.util.function.Consumer;

/// Shows how an export goes on.
public interface ExportProgress extends Consumer<StampedEvent>, AutoCloseable {
    /// Leaves the terminal as it was found.
    @Override
    void close();
}
