package com.autoclipr.architecture.wrong.export;

import com.autoclipr.architecture.wrong.cli.Command;

/// Breaks rules.
public record Shelf(Object content) {
    public Object start() {
        return new ProcessBuilder("" + new Command().hashCode());
    }

    public Class<?> options() {
        return picocli.CommandLine.class;
    }

    public Class<?> level() {
        return ch.qos.logback.classic.Level.class;
    }
}
