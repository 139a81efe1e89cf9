/// Journals: what happened to each export, kept on disk line by line, so that after a crash one
/// sees what ran and how far it was. It never decides anything about a running export, and never
/// makes one fail. Start reading at [com.autoclipr.export.journal.ExportJournal] for writing and
/// [com.autoclipr.export.journal.ExportHistory] for reading.
@NullMarked
package com.autoclipr.export.journal;

import org.jspecify.annotations.NullMarked;
