package com.autoclipr.export.output;

import com.autoclipr.failure.Decision;
import com.autoclipr.failure.DecisionKind;
import com.autoclipr.failure.Failure;
import com.autoclipr.failure.FailureKind;
import java.util.Optional;

/// Holds the output under the size limit of one file: says early that it may pass it, and stops as
/// soon as the chunks alone do. Safe for several threads.
public final class SizeLimit {
    /// What the specification allows for one file.
    public static final long MOST_BYTES = 4L << 30;

    /// Fewer chunks than this say little about the rest.
    private static final int TELLING_CHUNKS = 5;

    private final long mostBytes;
    private final long frameCount;
    private final long soundBytes;
    private long bytes;
    private long frames;
    private int chunks;

    /// @param frameCount of the output
    /// @param soundBytes of its audio track
    public SizeLimit(long mostBytes, long frameCount, long soundBytes) {
        this.mostBytes = mostBytes;
        this.frameCount = frameCount;
        this.soundBytes = soundBytes;
    }

    /// @return what is to be said about it
    /// @throws com.autoclipr.failure.FailureException OUTPUT_TOO_LARGE
    public synchronized Optional<Decision> add(long chunkFrames, long chunkBytes) {
        bytes += chunkBytes;
        frames += chunkFrames;
        chunks++;
        if (bytes + soundBytes > mostBytes) {
            throw Failure.of(
                            FailureKind.OUTPUT_TOO_LARGE,
                            "limit",
                            Long.toString(mostBytes),
                            "actual",
                            Long.toString(predictedBytes()))
                    .asException();
        }
        return isTelling() && predictedBytes() > mostBytes
                ? Optional.of(
                        Decision.of(
                                DecisionKind.OUTPUT_NEAR_LIMIT,
                                "predicted",
                                Long.toString(predictedBytes()),
                                "limit",
                                Long.toString(mostBytes)))
                : Optional.empty();
    }

    /// Whether enough was made to know what the rest will take.
    public synchronized boolean isTelling() {
        return chunks >= TELLING_CHUNKS || frames == frameCount;
    }

    /// What the whole output would have by what was encoded so far.
    public synchronized long predictedBytes() {
        return soundBytes + (frames == 0 ? 0 : (long) (bytes * ((double) frameCount / frames)));
    }

    /// What the chunks that are not yet there would have by what was encoded so far.
    public synchronized long remainingBytes() {
        return predictedBytes() - soundBytes - bytes;
    }
}
