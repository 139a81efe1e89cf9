package com.autoclipr.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.autoclipr.export.job.ExportOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// Which files an export may replace beside its output.
class SideOutputOptionsTest {
    private static final ExportOrder.SideOutputs NOTHING =
            new ExportOrder.SideOutputs(Optional.empty(), Optional.empty(), Optional.empty());

    @TempDir private Path folder;

    @CommandLine.Command
    private static final class Holder {
        @CommandLine.Mixin private SideOutputOptions options = new SideOutputOptions();
    }

    private ExportOrder.SideOutputs files(String option, Path file) {
        Holder holder = new Holder();
        CommandLine commandLine = new CommandLine(holder);
        commandLine.parseArgs(option, file.toString());
        return holder.options.files(commandLine, NOTHING, folder.resolve("clip.mp4"));
    }

    private void assertRefused(String option, Path file) {
        assertThrows(CommandLine.ParameterException.class, () -> files(option, file));
    }

    @Test
    void aLogAndTheOlderPartOfItAreReplaced() throws IOException {
        Path log = Files.writeString(folder.resolve("clip.log"), "2026-03-14T15:09:26Z INFO x");
        Files.writeString(folder.resolve("clip.log.1"), "{\"timestamp\":1}");
        assertEquals(Optional.of(log), files("--log", log).log());
    }

    @Test
    void whatIsNoLogIsKept() throws IOException {
        assertRefused("--log", Files.writeString(folder.resolve("notes"), "Dear diary"));
        Files.writeString(folder.resolve("other.1"), "Dear diary");
        assertRefused("--log", folder.resolve("other"));
    }

    /// Reading from a pipe would wait for whoever writes into it.
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    @Timeout(20)
    void whatIsNoFileIsKept() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        for (String option : new String[] {"--log", "--metrics", "--report"}) {
            assertRefused(option, pipe);
        }
    }

    @Test
    void whatCannotBeReadIsKept() throws IOException {
        for (String option : new String[] {"--log", "--metrics", "--report"}) {
            Path unreadable = Files.createDirectory(folder.resolve("folder" + option));
            assertRefused(option, unreadable);
        }
    }

    @Test
    void aNewFileIsMade() {
        Path file = folder.resolve("new");
        assertTrue(files("--metrics", file).metrics().isPresent());
        assertTrue(files("--report", file).report().isPresent());
    }
}
