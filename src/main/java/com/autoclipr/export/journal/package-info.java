/// Journals: the events of each export on disk, line by line, so that a crash leaves a record of
/// what ran and how far it got. It never affects a running export and never fails one. Start
/// reading at [com.autoclipr.export.journal.ExportJournal] for writing and
/// [com.autoclipr.export.journal.ExportHistory] for reading.
@NullMarked
package com.autoclipr.export.journal;

import org.jspecify.annotations.NullMarked;
