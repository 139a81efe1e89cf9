package com.autoclipr.export.journal;

import com.autoclipr.export.job.ExportId;
import com.autoclipr.export.job.ExportJob;
import java.nio.file.Path;
import java.util.Optional;

/// An export according to its journal.
///
/// @param job as far as the journal goes
/// @param ownerLives whether the process that wrote it still runs
/// @param tornBytes bytes of a last line that was not written to its end
/// @param unreadLines lines before that which are damaged, or events of a later release
/// @param folder of the journal
/// @param resumedBy what became of it, if another export went on with it
public record PastExport(
        ExportJob job,
        boolean ownerLives,
        long tornBytes,
        int unreadLines,
        Path folder,
        Optional<Successor> resumedBy) {
    /// The export that counts of those that went on with another.
    ///
    /// @param standing as [#standing()] says it
    public record Successor(ExportId id, String standing) {}

    /// Whether the process ended before the export did.
    public boolean isInterrupted() {
        return !job.state().isFinal() && !ownerLives;
    }

    public boolean isRunning() {
        return !job.state().isFinal() && ownerLives;
    }

    PastExport resumedBy(Optional<Successor> successor) {
        return new PastExport(job, ownerLives, tornBytes, unreadLines, folder, successor);
    }

    /// The state's token, or `interrupted`; `resumed` if another export went on with it, whose
    /// standing is the one that counts.
    public String standing() {
        if (resumedBy.isPresent()) {
            return "resumed";
        }
        return isInterrupted() ? "interrupted" : job.state().token();
    }
}
