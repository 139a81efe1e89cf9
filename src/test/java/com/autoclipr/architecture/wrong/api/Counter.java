package com.autoclipr.architecture.wrong.api;

import com.autoclipr.architecture.wrong.cli.Command;

/// Breaks a rule.
public final class Counter {
    public Object serve() {
        return new Command();
    }
}
