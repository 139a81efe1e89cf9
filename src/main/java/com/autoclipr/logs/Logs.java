package com.autoclipr.logs;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;
import org.slf4j.LoggerFactory;

/// Standard error as the place of log lines. An export's own file is a [LogFile].
public final class Logs {
    /// Environment: the level of lines on standard error.
    public static final String LEVEL = "AUTOCLIPR_LOG";

    /// System property of a worker: its lines go to the controller, which knows the rest.
    public static final String WORKER = "autoclipr.logs.worker";

    /// The logger that tells an export's events: progress says the same to people.
    public static final String EVENTS = "com.autoclipr.events";

    private static final String CONSOLE = "console";
    private static final List<String> LEVELS = List.of("error", "warn", "info", "debug", "trace");

    private Logs() {}

    /// What standard error shows.
    ///
    /// @param level `error`, `warn`, `info`, `debug` or `trace`
    /// @param overProgress whether a line of progress may stand there
    /// @throws IllegalArgumentException for another level
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
        write(context, level, Encoders.console(context, form, overProgress));
    }

    /// One line each, the level first: what a worker says to its controller.
    static void worker(LoggerContext context) {
        write(context, Level.INFO, Encoders.pattern(context, "%level %logger{0}: %msg%n%ex"));
    }

    private static void write(LoggerContext context, Level level, Encoder<ILoggingEvent> encoder) {
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.detachAppender(CONSOLE);
        root.setLevel(level);
        ThresholdFilter threshold = new ThresholdFilter();
        threshold.setLevel(level.toString());
        threshold.start();
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setName(CONSOLE);
        appender.setTarget("System.err");
        appender.setEncoder(encoder);
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
