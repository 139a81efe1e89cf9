package com.autoclipr.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.cli.terminal.ExitCode;
import com.autoclipr.failure.FailureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The operators' manual lists every failure kind with its exit code.
final class OperatingDocumentTest {
    /// SIGTERM ends the process with a code of its own; so do the documents say.
    @Test
    void bothSignalsHaveTheirCodes() throws IOException {
        for (String document : List.of("README.md", "docs/operating.md")) {
            String text = Files.readString(Path.of(document));
            assertTrue(Pattern.compile("130.*SIGINT").matcher(text).find(), document);
            assertTrue(Pattern.compile("143.*SIGTERM").matcher(text).find(), document);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyKindIsInTheRowOfItsExitCode(FailureKind kind) throws IOException {
        String start = "| " + ExitCode.of(kind) + " |";
        List<String> rows =
                Files.readAllLines(Path.of("docs/operating.md")).stream()
                        .filter(line -> line.startsWith(start))
                        .toList();
        assertTrue(
                rows.stream().anyMatch(row -> row.contains("`" + kind.token() + "`")),
                () -> kind.token() + " is missing in the row of exit code " + ExitCode.of(kind));
    }
}
