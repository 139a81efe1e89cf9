package com.autoclipr.architecture.wrong.files;

import com.autoclipr.architecture.wrong.cli.Command;

/// Breaks rules.
public final class Paper {
    public Object order() {
        return new Command();
    }
}
