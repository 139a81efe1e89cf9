package com.autoclipr.cli.terminal;

import com.autoclipr.failure.FailureKind;

/// Exit codes, a stable interface for scripts.
public final class ExitCode {
    public static final int DONE = 0;
    public static final int WRONG_USE = 2;
    static final int BAD_MEDIA = 3;
    public static final int RESOURCES = 4;
    static final int INTERNAL = 5;
    public static final int CANCELLED = 130;

    private ExitCode() {}

    public static int of(FailureKind kind) {
        return switch (kind.fault()) {
            case REQUEST -> WRONG_USE;
            case MEDIA -> BAD_MEDIA;
            case RESOURCES -> RESOURCES;
            case INTERNAL -> INTERNAL;
            case CANCELLED -> CANCELLED;
        };
    }
}
