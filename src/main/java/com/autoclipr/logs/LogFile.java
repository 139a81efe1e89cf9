package com.autoclipr.logs;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.RollingPolicyBase;
import ch.qos.logback.core.rolling.RolloverFailure;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.spi.FilterReply;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.LoggerFactory;

/// The log of one export: every line from [Level#INFO] that carries its id, and finer levels if
/// standard error shows them. A file that exceeds [#MOST_BYTES] is renamed to `FILE.1` and a new
/// one is started, so the end is always kept. Closed by its opener.
public final class LogFile implements AutoCloseable {
    /// Maximum bytes of one file; two are kept.
    static final long MOST_BYTES = 8L << 20;

    private static final String EXPORT = "export";

    /// Name in the logger's context.
    private static final String OPEN = "autoclipr.logs.open";

    private final Logger root;
    private final RollingFileAppender<ILoggingEvent> appender;

    private LogFile(Logger root, RollingFileAppender<ILoggingEvent> appender) {
        this.root = root;
        this.appender = appender;
    }

    /// Starts a new file. If it cannot be written, that is logged on standard error and the export
    /// continues.
    ///
    /// @param export id in the `export` field of the lines
    public static LogFile open(String export, Path file, LogForm form) {
        return open(export, file, form, MOST_BYTES);
    }

    static LogFile open(String export, Path file, LogForm form, long mostBytes) {
        begin(file);
        LoggerContext context = Logs.context();
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setName(file.toString());
        appender.setFile(file.toString());
        appender.setEncoder(Encoders.file(context, form));
        appender.addFilter(new Only(export));
        bound(appender, file, mostBytes);
        appender.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        LogFile opened = new LogFile(root, appender);
        opened.attach();
        return opened;
    }

    /// Several exports may have logs at once: the first one to open lowers the level.
    private void attach() {
        LoggerContext context = root.getLoggerContext();
        synchronized (context) {
            if (context.getObject(OPEN) instanceof Open open) {
                context.putObject(OPEN, new Open(open.logs() + 1, open.levelBefore()));
            } else {
                Level before = root.getLevel();
                context.putObject(OPEN, new Open(1, before));
                if (before.isGreaterOrEqual(Level.INFO)) {
                    root.setLevel(Level.INFO);
                }
            }
            root.addAppender(appender);
        }
    }

    /// The last one to close restores it.
    private void detach() {
        LoggerContext context = root.getLoggerContext();
        synchronized (context) {
            if (!root.detachAppender(appender)
                    || !(context.getObject(OPEN) instanceof Open(int logs, Level before))) {
                return; // closed before
            }
            if (logs > 1) {
                context.putObject(OPEN, new Open(logs - 1, before));
            } else {
                context.removeObject(OPEN);
                root.setLevel(before);
            }
        }
    }

    /// What the logger's context keeps for all log files.
    ///
    /// @param logs how many are open
    /// @param levelBefore the level before the first was opened
    private record Open(int logs, Level levelBefore) {}

    private static void bound(
            RollingFileAppender<ILoggingEvent> appender, Path file, long mostBytes) {
        OneOlder names = new OneOlder(file);
        names.setContext(Logs.context());
        names.setParent(appender);
        names.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(Logs.context());
        size.setMaxFileSize(new FileSize(mostBytes));
        size.setCheckIncrement(Duration.buildByMilliseconds(100));
        size.start();
        appender.setRollingPolicy(names);
        appender.setTriggeringPolicy(size);
    }

    /// The rolling appender always appends, so the file of an earlier export is deleted first.
    private static void begin(Path file) {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(older(file));
        } catch (IOException e) {
            LoggerFactory.getLogger(LogFile.class)
                    .error("the log {} cannot be begun anew: {}", file, e.toString());
        }
    }

    /// The file that older lines are moved to.
    public static Path older(Path file) {
        return file.resolveSibling(file.getFileName() + ".1");
    }

    /// Logback's own policies take a pattern, which cannot express a `%` in a file name.
    private static final class OneOlder extends RollingPolicyBase {
        private final Path file;

        OneOlder(Path file) {
            this.file = file;
        }

        @Override
        public void rollover() {
            try {
                Files.move(file, older(file), StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new RolloverFailure(e.toString(), e);
            }
        }

        @Override
        public String getActiveFileName() {
            return file.toString();
        }
    }

    @Override
    public void close() {
        detach();
        appender.stop();
    }

    private static final class Only extends Filter<ILoggingEvent> {
        private final String export;

        Only(String export) {
            this.export = export;
        }

        @Override
        public FilterReply decide(ILoggingEvent line) {
            return export.equals(line.getMDCPropertyMap().get(EXPORT))
                    ? FilterReply.NEUTRAL
                    : FilterReply.DENY;
        }
    }
}
