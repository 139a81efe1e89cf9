package com.autoclipr.logs;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.core.spi.ContextAwareBase;

/// How logs begin, before any option is known: errors on standard error, so that standard output
/// carries results (or a worker's protocol) only. Found by Logback as a service, which spares it
/// the reading of XML at every start.
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
