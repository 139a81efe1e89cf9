package com.autoclipr.logs;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.core.spi.ContextAwareBase;

/// The initial logging configuration, before any option is known: errors go to standard error, so
/// that standard output carries only results (or the worker protocol). Logback finds it as a
/// service, which saves parsing XML at every start.
public final class Startup extends ContextAwareBase implements Configurator {
    @Override
    public ExecutionStatus configure(LoggerContext context) {
        if (System.getProperty(Logs.WORKER) != null) {
            Logs.worker(context);
        } else {
            String level = System.getenv(Logs.LEVEL);
            Logs.console(
                    context,
                    Level.toLevel(level, Level.toLevel(Logs.USUAL_LEVEL)),
                    LogForm.TEXT,
                    false);
        }
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
