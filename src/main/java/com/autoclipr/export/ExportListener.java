package com.autoclipr.export;

import com.autoclipr.export.job.StampedEvent;
import java.util.function.Consumer;

/// Hears of one export. Called by threads of the export, one at a time: it must not wait for the
/// export to end.
public interface ExportListener extends Consumer<StampedEvent> {
    /// Hears nothing.
    ExportListener NONE = _ -> {};

    /// Receives every event up to and including the final state.
    @Override
    void accept(StampedEvent event);

    /// Called after the last event, if the export makes no file.
    ///
    /// @param report what is known of it
    default void unfinished(UnfinishedReport report) {}
}
