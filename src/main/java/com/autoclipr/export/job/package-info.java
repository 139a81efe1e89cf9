/// An export as a value: its id, its state and legal transitions, its request, and its events with
/// their JSON format. It has no side effects: no workers, no files, no clock. Start reading at
/// [com.autoclipr.export.job.ExportJob], then [com.autoclipr.export.job.ExportEvent].
@NullMarked
package com.autoclipr.export.job;

import org.jspecify.annotations.NullMarked;
