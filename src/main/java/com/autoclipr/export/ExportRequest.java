package com.autoclipr.export;

import com.autoclipr.composition.Output;
import com.autoclipr.time.FrameRate;
import java.nio.file.Path;
import java.util.Optional;

/// What somebody asks to have exported.
///
/// @param projectFile the project's JSON
/// @param access which files it may read
/// @param overrides what is asked for besides the project's own output
/// @param destination the file to write
/// @param overwrite whether an existing file is replaced
/// @param workers worker processes, at least 1
/// @param useStore whether chunks are taken from the chunk store and kept in it
public record ExportRequest(
        Path projectFile,
        FileAccess access,
        Overrides overrides,
        Path destination,
        boolean overwrite,
        int workers,
        boolean useStore) {
    public ExportRequest {
        if (workers < 1) {
            throw new IllegalArgumentException("workers must be at least 1, was " + workers);
        }
    }

    /// Output settings that replace the project's.
    public record Overrides(
            Optional<Output.Size> size,
            Optional<FrameRate> frameRate,
            Optional<Integer> crf,
            Optional<String> preset) {
        public static final Overrides NONE =
                new Overrides(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        Output apply(Output output) {
            return new Output(
                    size.orElse(output.size()),
                    frameRate.or(output::frameRate),
                    crf.orElse(output.crf()),
                    preset.orElse(output.preset()),
                    output.audioBitrateBps(),
                    output.audio());
        }
    }
}
