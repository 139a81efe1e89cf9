package com.autoclipr.export.job;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The request for an export in a storable form: enough to repeat it. All paths are absolute.
///
/// @param project the project file
/// @param projectSha256 of its bytes when the export began
/// @param mediaRoots folders that all files must be in; empty: no restriction
/// @param output settings that replace the project's own
/// @param destination the file to write
/// @param overwrite whether an existing file is replaced
/// @param workers worker processes
/// @param useStore whether chunks are taken from the chunk store and kept in it
/// @param sideOutputs files written in addition to the output
public record ExportOrder(
        Path project,
        String projectSha256,
        List<Path> mediaRoots,
        OutputSettings output,
        Path destination,
        boolean overwrite,
        int workers,
        boolean useStore,
        SideOutputs sideOutputs) {
    public ExportOrder {
        mediaRoots = List.copyOf(mediaRoots);
    }

    /// Output settings, as written in a project.
    ///
    /// @param resolution such as `1080x1920`
    /// @param fps such as `30` or `30000/1001`
    public record OutputSettings(
            Optional<String> resolution,
            Optional<String> fps,
            Optional<Integer> crf,
            Optional<String> preset) {}

    /// Files written in addition to the output; absolute paths.
    ///
    /// @param report JSON report
    /// @param log log file
    /// @param metrics metrics in Prometheus text format
    public record SideOutputs(Optional<Path> report, Optional<Path> log, Optional<Path> metrics) {
        public static final SideOutputs NONE =
                new SideOutputs(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
