package com.autoclipr.export.journal;

import com.autoclipr.export.job.ExportId;
import com.autoclipr.export.job.ExportJob;
import java.nio.file.Path;
import java.util.Optional;

/// An export, as recorded in its journal.
///
/// @param job status at the end of the journal
/// @param ownerLives whether the process that wrote it is still running
/// @param tornBytes bytes of an incomplete last line
/// @param unreadLines complete lines that are damaged, or events of a later release
/// @param folder of the journal
/// @param resumedBy the export that resumed it, if there is one
public record PastExport(
        ExportJob job,
        boolean ownerLives,
        long tornBytes,
        int unreadLines,
        Path folder,
        Optional<Successor> resumedBy) {
    /// The most relevant of the exports that resumed another one.
    ///
    /// @param standing its [#standing()]
    public record Successor(ExportId id, String standing) {}

    /// Whether the process died before the export ended.
    public boolean isInterrupted() {
        return !job.state().isFinal() && !ownerLives;
    }

    public boolean isRunning() {
        return !job.state().isFinal() && ownerLives;
    }

    PastExport resumedBy(Optional<Successor> successor) {
        return new PastExport(job, ownerLives, tornBytes, unreadLines, folder, successor);
    }

    /// The token of the state, or `interrupted`; `resumed` if another export resumed it, whose
    /// standing counts instead.
    public String standing() {
        if (resumedBy.isPresent()) {
            return "resumed";
        }
        return isInterrupted() ? "interrupted" : job.state().token();
    }
}
