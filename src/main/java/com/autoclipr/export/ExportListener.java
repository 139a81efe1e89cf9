package com.autoclipr.export;

import com.autoclipr.export.job.StampedEvent;
import java.util.function.Consumer;

/// Receives the events of an export. Called by threads of the export, one at a time; it must not
/// wait for the export to end.
public interface ExportListener extends Consumer<StampedEvent> {
    /// Ignores all events.
    ExportListener NONE = _ -> {};

    /// Receives every event up to and including the final state.
    @Override
    void accept(StampedEvent event);

    /// Called after the last event if the export ends without a file.
    ///
    /// @param report content of its report
    default void unfinished(UnfinishedReport report) {}
}
