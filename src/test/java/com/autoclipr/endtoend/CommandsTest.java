package com.autoclipr.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.testkit.Autoclipr;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Only the command that is named is built: help has to know them all the same.
@Tag("slow")
class CommandsTest {
    private static final List<String> COMMANDS =
            List.of(
                    "clip",
                    "init",
                    "export",
                    "exports",
                    "resume",
                    "validate",
                    "frame",
                    "probe",
                    "cache",
                    "doctor");
    private static final Pattern LISTED = Pattern.compile("(?m)^  ([a-z]+)  +[A-Z]");

    @Test
    void helpListsEveryCommand() {
        Autoclipr.Result help = Autoclipr.run("--help");
        assertEquals(0, help.exitCode(), help.err());
        List<String> listed =
                LISTED.matcher(help.out()).results().map(line -> line.group(1)).toList();
        assertEquals(COMMANDS, listed, help.out());
        assertTrue(help.out().contains("130 "), help.out());
        assertTrue(help.out().contains("143 "), help.out());
    }

    @Test
    void everyCommandHasHelpOfItsOwn() {
        for (String command : COMMANDS) {
            Autoclipr.Result help = Autoclipr.run(command, "--help");
            assertEquals(0, help.exitCode(), help.err());
            assertTrue(help.out().startsWith("Usage: autoclipr " + command + " "), help.out());
        }
    }

    @Test
    void whatIsMissingIsNamed() {
        Autoclipr.Result nothing = Autoclipr.run();
        assertEquals(2, nothing.exitCode());
        assertTrue(
                nothing.err().startsWith("Missing command: one of " + String.join(", ", COMMANDS)),
                nothing.err());
        Autoclipr.Result cache = Autoclipr.run("cache");
        assertEquals(2, cache.exitCode());
        assertTrue(
                cache.err().startsWith("Missing command: one of clear, info, verify."),
                cache.err());
    }

    @Test
    void aWorkerMayNotBeSilentForLessThanThreeBeats() {
        Autoclipr.Result two = doctor("2");
        assertEquals(2, two.exitCode());
        assertTrue(
                two.err()
                        .contains(
                                "AUTOCLIPR_WORKER_HEARTBEAT_TIMEOUT must be a number of seconds from 3"),
                two.err());
        assertEquals(0, doctor("3").exitCode());
    }

    private static Autoclipr.Result doctor(String silence) {
        return Autoclipr.run(
                Map.of("AUTOCLIPR_WORKER_HEARTBEAT_TIMEOUT", silence), List.of("doctor"));
    }
}
