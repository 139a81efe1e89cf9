package com.autoclipr.cli;

import com.autoclipr.export.prepare.FileAccess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Options of every command that reads a project: the project file, and which files it may name.
final class ProjectOptions {
    @Parameters(paramLabel = "PROJECT.json", description = "The project file.")
    Path project = Path.of("");

    @Option(
            names = "--media-root",
            paramLabel = "DIR",
            description = "Read only files below this folder (may be given several times).")
    @Nullable List<Path> mediaRoots;

    FileAccess access(CommandLine commandLine) {
        List<Path> roots = mediaRoots;
        if (roots == null || roots.isEmpty()) {
            return FileAccess.everywhere();
        }
        try {
            return FileAccess.below(roots);
        } catch (IOException e) {
            throw new CommandLine.ParameterException(
                    commandLine, "--media-root: no such folder: " + e.getMessage());
        }
    }
}
