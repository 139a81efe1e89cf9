package com.autoclipr.export.job;

import java.time.Instant;

/// An event with its export and time.
///
/// @param export id of the export
/// @param at time, to the millisecond; never earlier than the previous event
public record StampedEvent(ExportId export, Instant at, ExportEvent event) {}
