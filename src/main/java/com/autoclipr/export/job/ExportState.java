package com.autoclipr.export.job;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// The state of an export.
public enum ExportState {
    QUEUED,
    PREPARING,
    RENDERING,
    ASSEMBLING,
    VERIFYING,
    SUCCEEDED,
    FAILED,
    CANCELLED;

    /// The legal next states.
    public Set<ExportState> next() {
        return switch (this) {
            case QUEUED -> EnumSet.of(PREPARING, FAILED, CANCELLED);
            case PREPARING -> EnumSet.of(RENDERING, FAILED, CANCELLED);
            case RENDERING -> EnumSet.of(ASSEMBLING, FAILED, CANCELLED);
            case ASSEMBLING -> EnumSet.of(VERIFYING, FAILED, CANCELLED);
            case VERIFYING -> EnumSet.of(SUCCEEDED, FAILED, CANCELLED);
            case SUCCEEDED, FAILED, CANCELLED -> EnumSet.noneOf(ExportState.class);
        };
    }

    public boolean isFinal() {
        return next().isEmpty();
    }

    /// Returns `to` if it is a legal next state.
    ///
    /// @throws IllegalStateException if it is not
    public ExportState become(ExportState to) {
        if (!next().contains(to)) {
            throw new IllegalStateException("an export that is " + this + " cannot become " + to);
        }
        return to;
    }

    /// Stable lower-case text for events and reports.
    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException if no state has this token
    public static ExportState ofToken(String token) {
        for (ExportState state : values()) {
            if (state.token().equals(token)) {
                return state;
            }
        }
        throw new IllegalArgumentException("no export state has the token " + token);
    }
}
