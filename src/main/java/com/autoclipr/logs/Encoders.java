package com.autoclipr.logs;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;

/// Logback encoders for the formats of a log line.
final class Encoders {
    private static final String WHOSE = "%X{export:--} worker=%X{worker:--} chunk=%X{chunk:--}";

    /// Returns to the start of the line and clears it: the progress line is there.
    private static final String OVER_PROGRESS = "\r\u001b[K";

    private Encoders() {}

    /// @param form of the log lines
    /// @param overProgress whether a line replaces the progress line of a terminal
    static Encoder<ILoggingEvent> console(
            LoggerContext context, LogForm form, boolean overProgress) {
        return switch (form) {
            case TEXT ->
                    pattern(
                            context,
                            (overProgress ? OVER_PROGRESS : "")
                                    + "%d{HH:mm:ss.SSS} %-5level worker=%X{worker:--}"
                                    + " %logger{0}: %msg%n%ex");
            case JSON -> json(context);
        };
    }

    static Encoder<ILoggingEvent> file(LoggerContext context, LogForm form) {
        return switch (form) {
            case TEXT ->
                    pattern(
                            context,
                            "%d{\"yyyy-MM-dd'T'HH:mm:ss.SSSX\", UTC} %-5level "
                                    + WHOSE
                                    + " %logger{0}: %msg%n%ex");
            case JSON -> json(context);
        };
    }

    static Encoder<ILoggingEvent> pattern(LoggerContext context, String pattern) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(pattern);
        encoder.start();
        return encoder;
    }

    private static Encoder<ILoggingEvent> json(LoggerContext context) {
        JsonEncoder encoder = new JsonEncoder();
        encoder.setContext(context);
        encoder.setWithSequenceNumber(false);
        encoder.setWithNanoseconds(false);
        encoder.setWithThreadName(false);
        encoder.setWithContext(false);
        encoder.setWithMarkers(false);
        encoder.setWithKVPList(false);
        encoder.setWithMessage(false);
        encoder.setWithArguments(false);
        encoder.setWithFormattedMessage(true);
        encoder.start();
        return encoder;
    }
}
