package com.autoclipr.architecture.wrong.worker;

import com.autoclipr.architecture.wrong.export.Shelf;

/// Breaks rules.
public final class Shift {
    public void end() {
        System.exit(new Shelf("").hashCode());
    }
}
