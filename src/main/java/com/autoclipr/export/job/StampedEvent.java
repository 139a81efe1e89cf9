package com.autoclipr.export.job;

import java.time.Instant;

/// An event, of which export and when.
///
/// @param export whose
/// @param at when, to the millisecond; never earlier than the event before it
public record StampedEvent(ExportId export, Instant at, ExportEvent event) {}
