package com.autoclipr.export.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What was asked for, in a form that can be kept: enough to ask for the same again. All paths are
/// absolute.
///
/// @param project the project file
/// @param projectSha256 of its bytes when the export began; empty: it could not be read
/// @param mediaRoots folders below which every file must lie; none: no limit
/// @param output settings that replace the project's own
/// @param destination the file to write
/// @param overwrite whether an existing file is replaced
/// @param workers worker processes
/// @param useStore whether chunks are taken from the chunk store and kept in it
/// @param beside files written beside the output
public record ExportOrder(
        Path project,
        String projectSha256,
        List<Path> mediaRoots,
        Settings output,
        Path destination,
        boolean overwrite,
        int workers,
        boolean useStore,
        Beside beside) {
    public ExportOrder {
        mediaRoots = List.copyOf(mediaRoots);
    }

    /// Settings of the output, as they are written in a project.
    ///
    /// @param resolution such as `1080x1920`
    /// @param fps such as `30` or `30000/1001`
    public record Settings(
            Optional<String> resolution,
            Optional<String> fps,
            Optional<Integer> crf,
            Optional<String> preset) {}

    /// Files that are written besides the output; absolute.
    ///
    /// @param report what was done, as JSON
    /// @param log what happened, line by line
    /// @param metrics figures in Prometheus' text form
    public record Beside(Optional<Path> report, Optional<Path> log, Optional<Path> metrics) {
        public static final Beside NOTHING =
                new Beside(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
