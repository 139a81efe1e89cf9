package com.autoclipr.logs;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;
import org.slf4j.LoggerFactory;

/// Logging to standard error. The log file of an export is a [LogFile].
public final class Logs {
    /// Environment variable with the log level of standard error.
    public static final String LEVEL = "AUTOCLIPR_LOG";

    /// The default level of standard error: what users need to know, the commands print themselves.
    public static final String USUAL_LEVEL = "error";

    /// System property of a worker: its lines go to the controller, which adds the context.
    public static final String WORKER = "autoclipr.logs.worker";

    /// The logger of an export's events, which duplicate the progress display.
    public static final String EVENTS = "com.autoclipr.events";

    private static final String CONSOLE = "console";

    /// Size of the queue for a blocked standard error (Ctrl-S); the log file of an export has every
    /// line.
    private static final int WAITING_LINES = 2000;

    private static final int FLUSH_MS = 500;
    private static final List<String> LEVELS = List.of("error", "warn", "info", "debug", "trace");

    private Logs() {}

    /// Configures standard error.
    ///
    /// @param level `error`, `warn`, `info`, `debug` or `trace`
    /// @param overProgress whether a progress line may be on the terminal
    /// @throws IllegalArgumentException for an unknown level
    public static void console(String level, LogForm form, boolean overProgress) {
        boolean named = LEVELS.contains(level);
        Level known = Level.toLevel(level, null);
        if (!named || known == null) {
            throw new IllegalArgumentException(
                    "must be error, warn, info, debug or trace, was '" + level + "'");
        }
        console(context(), known, form, overProgress);
    }

    static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }

    static void console(LoggerContext context, Level level, LogForm form, boolean overProgress) {
        Appender<ILoggingEvent> lines =
                standardError(context, Encoders.console(context, form, overProgress));
        AsyncAppender unhurried = new AsyncAppender();
        unhurried.setContext(context);
        unhurried.setQueueSize(WAITING_LINES);
        unhurried.setDiscardingThreshold(0);
        unhurried.setNeverBlock(true);
        unhurried.setMaxFlushTime(FLUSH_MS);
        unhurried.addAppender(lines);
        write(context, level, unhurried);
    }

    /// Flushes the queue of standard error, for at most half a second. Nothing is written to it
    /// after this.
    public static void end() {
        end(context().getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME));
    }

    private static void end(Logger root) {
        Appender<ILoggingEvent> console = root.getAppender(CONSOLE);
        if (console != null) {
            console.stop();
            root.detachAppender(console);
        }
    }

    /// One line per event, the level first: the format between worker and controller.
    static void worker(LoggerContext context) {
        write(
                context,
                Level.INFO,
                standardError(context, Encoders.pattern(context, "%level %logger{0}: %msg%n%ex")));
    }

    private static Appender<ILoggingEvent> standardError(
            LoggerContext context, Encoder<ILoggingEvent> encoder) {
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
        appender.start();
        return appender;
    }

    private static void write(
            LoggerContext context, Level level, Appender<ILoggingEvent> appender) {
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        end(root);
        root.setLevel(level);
        ThresholdFilter threshold = new ThresholdFilter();
        threshold.setLevel(level.toString());
        threshold.start();
        appender.setName(CONSOLE);
        appender.addFilter(threshold);
        if (level.isGreaterOrEqual(Level.WARN)) {
            appender.addFilter(new WithoutEvents());
        }
        appender.start();
        root.addAppender(appender);
    }

    private static final class WithoutEvents extends Filter<ILoggingEvent> {
        @Override
        public FilterReply decide(ILoggingEvent line) {
            return line.getLoggerName().equals(EVENTS) ? FilterReply.DENY : FilterReply.NEUTRAL;
        }
    }
}
