package com.autoclipr.cli;

import com.autoclipr.export.job.StampedEvent;
import java.util.function.Consumer;

/// Shows how an export goes on.
interface ExportProgress extends Consumer<StampedEvent>, AutoCloseable {
    /// Leaves the terminal as it was found.
    @Override
    void close();
}
