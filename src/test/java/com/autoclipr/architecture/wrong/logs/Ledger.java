package com.autoclipr.architecture.wrong.logs;

import com.autoclipr.architecture.wrong.cli.Command;

/// Breaks rules.
public final class Ledger {
    public Object figures() {
        return io.prometheus.metrics.core.metrics.Counter.class + "" + new Command().hashCode();
    }
}
