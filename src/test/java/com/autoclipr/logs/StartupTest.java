package com.autoclipr.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;

/// Skipped where the caller of the tests chose a level: then that one holds.
@DisabledIfEnvironmentVariable(
        named = Logs.LEVEL,
        matches = ".+",
        disabledReason = "the environment names a level of its own")
class StartupTest {
    /// People read sentences there; what else happens is for the export's own log.
    @Test
    void standardErrorShowsErrorsAlone() {
        LoggerContext context = new LoggerContext();
        new Startup().configure(context);
        var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        assertEquals(Level.ERROR, root.getLevel());
        assertFalse(root.isWarnEnabled());
        assertTrue(root.isErrorEnabled());
        context.stop();
    }
}
