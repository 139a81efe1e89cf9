package com.autoclipr.cli;

import com.autoclipr.export.ExportEvent;
import java.util.function.Consumer;

/// Shows how an export goes on.
interface ExportProgress extends Consumer<ExportEvent>, AutoCloseable {
    /// Leaves the terminal as it was found.
    @Override
    void close();
}
