package com.autoclipr.export;

import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Holds the output under the size limit of one file: stops as soon as the chunks alone pass it.
/// Safe for several threads.
final class SizeLimit {
    /// What the specification allows for one file.
    static final long MOST_BYTES = 4L << 30;

    private final long frameCount;
    private long bytes;
    private long frames;

    SizeLimit(long frameCount) {
        this.frameCount = frameCount;
    }

    /// @throws com.autoclipr.failure.FailureException OUTPUT_TOO_LARGE
    synchronized void add(long chunkFrames, Path file) {
        try {
            bytes += Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        frames += chunkFrames;
        if (bytes > MOST_BYTES) {
            throw Failure.of(
                            FailureKind.OUTPUT_TOO_LARGE,
                            "limit",
                            Long.toString(MOST_BYTES),
                            "actual",
                            Long.toString(predicted()))
                    .asException();
        }
    }

    /// What the whole output would have by what was encoded so far.
    synchronized long predicted() {
        return frames == 0 ? 0 : (long) (bytes * ((double) frameCount / frames));
    }
}
