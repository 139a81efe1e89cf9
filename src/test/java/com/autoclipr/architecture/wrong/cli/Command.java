package com.autoclipr.architecture.wrong.cli;

import com.autoclipr.architecture.wrong.export.ExportController;
import com.autoclipr.architecture.wrong.worker.Shift;

/// Breaks rules.
public final class Command {
    public Object call() {
        return new java.net.Socket().toString()
                + new Shift().hashCode()
                + new ExportController().hashCode();
    }
}
