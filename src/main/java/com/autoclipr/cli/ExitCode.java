package com.autoclipr.cli;

import com.autoclipr.failure.FailureKind;

/// Exit codes, part of the contract with scripts.
final class ExitCode {
    static final int DONE = 0;
    static final int WRONG_USE = 2;
    static final int BAD_MEDIA = 3;
    static final int RESOURCES = 4;
    static final int INTERNAL = 5;
    static final int CANCELLED = 130;

    private ExitCode() {}

    static int of(FailureKind kind) {
        return switch (kind.fault()) {
            case REQUEST -> WRONG_USE;
            case MEDIA -> BAD_MEDIA;
            case RESOURCES -> RESOURCES;
            case INTERNAL -> INTERNAL;
            case CANCELLED -> CANCELLED;
        };
    }
}
