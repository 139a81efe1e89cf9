package com.autoclipr.export.output;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Fact;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;
import java.util.Optional;

/// Enforces the size limit of the output: warns early that it may be exceeded, and fails as soon as
/// the chunks alone exceed it. Thread-safe.
public final class SizeLimit {
    /// The specified limit for a file.
    public static final long MOST_BYTES = 4L << 30;

    /// Minimum number of chunks for an estimate.
    private static final int TELLING_CHUNKS = 5;

    private final long mostBytes;
    private final long frameCount;
    private final long audioBytes;
    private long bytes;
    private long frames;
    private int chunks;

    /// @param frameCount of the output
    /// @param audioBytes of its audio track
    public SizeLimit(long mostBytes, long frameCount, long audioBytes) {
        this.mostBytes = mostBytes;
        this.frameCount = frameCount;
        this.audioBytes = audioBytes;
    }

    /// @return the warning, if there is one
    /// @throws com.autoclipr.failure.FailureException OUTPUT_TOO_LARGE
    public synchronized Optional<Decision> add(long chunkFrames, long chunkBytes) {
        bytes += chunkBytes;
        frames += chunkFrames;
        chunks++;
        if (bytes + audioBytes > mostBytes) {
            throw Failure.of(FailureKind.OUTPUT_TOO_LARGE)
                    .with(Fact.LIMIT, Long.toString(mostBytes))
                    .with(Fact.ACTUAL, Long.toString(predictedBytes()))
                    .asException();
        }
        return isTelling() && predictedBytes() > mostBytes
                ? Optional.of(
                        Decision.of(DecisionKind.OUTPUT_NEAR_LIMIT)
                                .with(Fact.PREDICTED, Long.toString(predictedBytes()))
                                .with(Fact.LIMIT, Long.toString(mostBytes)))
                : Optional.empty();
    }

    /// Whether there are enough chunks for an estimate.
    public synchronized boolean isTelling() {
        return chunks >= TELLING_CHUNKS || frames == frameCount;
    }

    /// Estimated bytes of the output, extrapolated from the chunks so far.
    public synchronized long predictedBytes() {
        return audioBytes + (frames == 0 ? 0 : (long) (bytes * ((double) frameCount / frames)));
    }

    /// Estimated bytes of the remaining chunks, extrapolated from those so far.
    public synchronized long remainingBytes() {
        return predictedBytes() - audioBytes - bytes;
    }
}
