package com.autoclipr.export.journal;

import com.autoclipr.export.job.ExportJob;
import java.nio.file.Path;

/// An export as its journal tells it.
///
/// @param job as far as the journal goes
/// @param ownerLives whether the process that wrote it still runs
/// @param tornBytes bytes of a last line that was not written to its end
/// @param unreadLines lines before that which say nothing here: damaged, or of a later version
/// @param folder of the journal
public record PastExport(
        ExportJob job, boolean ownerLives, long tornBytes, int unreadLines, Path folder) {
    /// Whether the process ended before the export did.
    public boolean isInterrupted() {
        return !job.state().isFinal() && !ownerLives;
    }

    public boolean isRunning() {
        return !job.state().isFinal() && ownerLives;
    }

    /// The state's token, or `interrupted`.
    public String standing() {
        return isInterrupted() ? "interrupted" : job.state().token();
    }
}
